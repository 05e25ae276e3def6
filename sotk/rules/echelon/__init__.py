"""Rules about echelons and classes of heads."""
