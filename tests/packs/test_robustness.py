"""Whatever stands in the files of a pack, loading gives findings and does not raise."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.packs import load_pack

FILES = {
    "pack.yaml": {
        "pack": "house",
        "name": {"id": "a", "en": "b"},
        "extends": "pemda",
        "chart": {"page": "A3", "margin": 10},
        "codes": {
            "level_segment": 4,
            "levels": [{"level": "pusat", "digits": ["1"]}],
            "supporting_segment": 3,
            "supporting": "01",
        },
        "templates": [{"id": "t", "name": "x"}],
    },
    "kinds.yaml": {"kinds": [{"id": "k", "name": "x", "parents": ["dinas"], "rank": 3}]},
    "measures.yaml": {
        "scales": [{"id": "s", "name": "x", "source": "y", "bands": [{"id": "A", "name": "x", "min": 1}]}],
        "echelons": [{"id": "II.a", "category": "jpt"}],
    },
    "regulations/law.yaml": {
        "id": "law",
        "source": "x",
        "title": "y",
        "regime": {"id": "r", "name": "x", "from": "2030-01-01", "continues": "pp18-2016"},
        "limits": [{"id": "l", "topic": "children", "kinds": ["dinas"], "counts": ["k"], "max": 3}],
        "echelons": [{"id": "e", "kinds": ["k"], "echelons": ["II.a"]}],
        "exemptions": [{"id": "x", "topics": ["children"], "reason": "y"}],
        "checklists": [{"id": "c", "name": "x", "items": [{"id": "i", "text": "x"}]}],
    },
}
WRONG = st.recursive(
    st.none()
    | st.text("abcZ09 .:-{}[]%", max_size=8)
    | st.integers(-(10**9), 10**9)
    | st.sampled_from(["dinas", "r", "k", "pemda", "house", "2030-13-01", "1e999", "1.0e999", "nan"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)


def paths(value, path=()):
    yield path
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, entry in entries:
        yield from paths(entry, (*path, key))


PLACES = [(file, path) for file, data in FILES.items() for path in paths(data)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), WRONG), min_size=1, max_size=3))
def test_a_wrong_value_anywhere_never_raises(changes):
    files = json.loads(json.dumps(FILES))
    for (file, path), value in changes:
        holder = files
        try:
            for step in (file, *path)[:-1]:
                holder = holder[step]
            holder[(file, *path)[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    with TemporaryDirectory() as folder:
        for file, data in files.items():
            place = Path(folder) / "house" / file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(json.dumps(data), encoding="utf-8")
        loaded = load_pack("house", [Path(folder)])
        assert all(finding.at is not None for finding in loaded.findings)
        if loaded.pack is not None:
            loaded.pack.limits_for("children", kind="dinas", regime="r")
            loaded.pack.codes()
