"""The editor on a terminal. The only room that knows Textual; what it edits is kept by `session`."""

import os

# Read by Textual when it is first imported: how often a second it may paint. At its default of 60 a key
# waits up to 17 ms for its frame.
os.environ.setdefault("TEXTUAL_FPS", "120")
