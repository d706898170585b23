"""The client's hiring process of a lead: its milestones, where it stands, how it falls back, who fills the place."""
