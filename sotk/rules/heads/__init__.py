"""Rules about heads of offices."""
