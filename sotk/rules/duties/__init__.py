"""Rules about duties: who has which, of which level, for whom."""
