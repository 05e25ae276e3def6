"""Rules about supporting units: UPTD and branch offices."""
