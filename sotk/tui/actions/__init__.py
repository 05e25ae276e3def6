"""What can be done in the editor, by theme; `catalogue` joins it into the one table."""
