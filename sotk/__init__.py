"""Compiler, linter, version control, editor and typesetter of an organization's structure."""

__version__ = "0.1.0"
