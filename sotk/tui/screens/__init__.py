"""The screens of the editor, each with its style sheet beside it."""
