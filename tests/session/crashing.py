"""Edits without end and tells each acknowledged step, until it is killed. Run by test_recovery."""

import sys
from pathlib import Path

from sotk.model import Set
from sotk.session import Session
from sotk.session.opening import open_desk


def main(path: Path, told: Path, seed: int) -> None:
    session = Session(open_desk(path))
    name = session.state.structure.units["sekretariat"].name
    start = int(name.rpartition(" ")[2]) if name[-1].isdigit() else 0
    with told.open("a", encoding="utf-8") as stream:
        for number in range(start + 1, start + 100_000):
            session.change(Set(entity="unit", id="sekretariat", field="name", value=f"Sekretariat {number}"))
            stream.write(f"{number}\n")
            stream.flush()
            if (number + seed) % 7 == 0:
                session.save()


main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
