"""What has no manager yet: advertisements watched, intelligence to qualify, competitors seen."""
