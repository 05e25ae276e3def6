"""Documents about a structure: kinds make a `Document` of it, a renderer writes that in a format.

A kind knows no format and a renderer no kind.
"""
