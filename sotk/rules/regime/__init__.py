"""Rules about the simplification of the bureaucracy."""
