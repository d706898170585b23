"""From a CV's text to what is proposed: how they are reached, where they worked, what they did and can do.

Plain functions over text; each proposal says where it stands, so that a human can look. Nothing is written here.
"""
