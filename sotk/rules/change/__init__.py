"""Rules about what a proposal does to the structure it departs from."""
