"""Rules about how many layers of offices there are."""
