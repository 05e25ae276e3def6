"""Rules about the form of the tree: which kinds stand where, and how many there must be."""
