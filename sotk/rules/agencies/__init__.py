"""Rules about several agencies together."""
