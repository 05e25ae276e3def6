"""The editor goes where its terminal goes."""

import os
import subprocess
import sys
import time

import pytest

TEXT = "sotk: 1\nstructure: a\nname: A\npack: generic\nroot: {id: r, name: R, kind: company}\n"


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are those of posix")
def test_an_editor_whose_terminal_is_gone_leaves(tmp_path):
    import pty

    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "xterm-256color"}
    editor = subprocess.Popen(
        [sys.executable, "-m", "sotk", "edit", str(path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    )
    os.close(theirs)
    painted = 0
    while painted < 1_000:
        painted += len(os.read(ours, 65_536))
    time.sleep(1)
    os.close(ours)
    try:
        assert editor.wait(timeout=30) is not None
    finally:
        editor.kill()
