"""A fault of the program or of a plugin in one line, where a traceback would help nobody."""

from pathlib import Path
from traceback import extract_tb


def fault(error: BaseException) -> str:
    """What was raised and where: `KeyError: 'seksi' (bagan.py:88)`, so that a report of it leads to the line."""
    said = f"{type(error).__name__}: {error}"
    frames = extract_tb(error.__traceback__)
    return f"{said} ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else said
