"""Rules about the largest number of units a regulation allows."""
