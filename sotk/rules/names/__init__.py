"""Rules about names of units and titles of positions."""
