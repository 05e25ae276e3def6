"""Renderers: a document in, a file out. None knows what the document is about."""
