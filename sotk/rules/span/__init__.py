"""Rules about how much one head has to lead."""
