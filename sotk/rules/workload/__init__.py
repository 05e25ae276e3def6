"""Rules about posts: need, incumbents, load."""
