"""Widgets: they get values down, send messages up, and keep ids, never nodes."""
