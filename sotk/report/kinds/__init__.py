"""Kinds of documents: each module makes one of a material. None knows a format."""
