"""The editor on a terminal. The only room that knows Textual; what it edits is kept by `session`."""
