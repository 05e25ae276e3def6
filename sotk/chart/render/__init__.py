"""Renderers: each writes a Scene in one format, imports that format's library and the Scene, nothing else."""
