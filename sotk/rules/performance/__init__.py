"""Rules about objectives and indicators."""
