"""The editor in a browser: our own page and server around the protocol and the terminal of textual-serve."""
