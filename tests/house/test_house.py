"""What holds of the whole house: what a command loads, that every message is translated, that pages are current."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
STRUCTURE = ROOT / "structures" / "dinsos-jabar" / "eksisting.yaml"
HEAVY = (
    "textual",
    "networkx",
    "pptx",
    "reportlab",
    "resvg_py",
    "pypdfium2",
    "graphviz",
    "numpy",
    "PIL",
    "docx",
    "xlsxwriter",
    "lxml",
)


def script(name: str):
    """A script of .ci as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_import_sotk_loads_no_library():
    done = run(
        "-c",
        f"import sys, sotk; print([name for name in {(*HEAVY, 'yaml', 'pydantic')!r} if name in sys.modules])",
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments",
    [["check", str(STRUCTURE)], ["show", str(STRUCTURE)], ["diff", str(STRUCTURE), str(STRUCTURE)]],
)
def test_a_headless_command_loads_no_heavy_library(arguments):
    code = (
        "import sys\n"
        f"sys.argv = ['sotk', *{arguments!r}]\n"
        "from sotk.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"sys.stderr.write(repr([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    done = run("-c", code)
    assert done.stderr.strip().endswith("[]"), done.stderr


def test_the_editor_paints_before_the_rules_are_imported():
    done = run(
        "-c",
        "import sys, sotk.tui.app; print([name for name in ('sotk.rules', 'sotk.overlap', 'networkx') if name in sys.modules])",
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_every_message_is_translated():
    assert script("catalog").missing() == []


def test_no_message_is_translated_in_two_ways():
    assert script("catalog").contradicting() == []


def test_the_compiled_catalog_is_current():
    catalog = script("catalog")
    before = catalog.COMPILED.read_bytes()
    catalog.compile_catalog()
    after = catalog.COMPILED.read_bytes()
    assert before == after, "run: python .ci/catalog.py compile"


def test_the_compiled_lexicon_is_current():
    lexicon = script("lexicon")
    assert lexicon.PATH.read_text(encoding="utf-8") == lexicon.text(), "run: python .ci/lexicon.py"


def test_the_compiled_packs_are_current():
    packs = script("packs")
    stale = [name for name, path in packs.paths() if path.read_text(encoding="utf-8") != packs.text(name)]
    assert stale == [], "run: python .ci/packs.py"


def test_translations_keep_the_places_of_their_messages():
    import string

    catalog = script("catalog")
    wrong = []
    for room in catalog.rooms():
        for message in catalog.known(room):
            if message.id and message.string:
                names = [
                    sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})
                    for text in (message.id, message.string)
                ]
                if names[0] != names[1]:
                    wrong.append((room, message.id))
    assert wrong == []


def test_generated_pages_are_current():
    reference = script("reference")
    stale = [
        name
        for name, text in reference.pages().items()
        if not (reference.REFERENCE / name).is_file()
        or (reference.REFERENCE / name).read_text("utf-8") != text
    ]
    assert stale == [], "run: python .ci/reference.py"


def test_the_wheel_runs_the_demo_in_an_empty_folder(tmp_path):
    built = run(
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(tmp_path),
        str(ROOT),
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    inside = tmp_path / "inside"
    import zipfile

    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(inside)
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run("-m", "sotk", "demo", "--out", "demo", cwd=empty, PYTHONPATH=str(inside))
    assert done.returncode == 0, done.stderr
    where = run("-c", "import sotk; print(sotk.__file__)", cwd=empty, PYTHONPATH=str(inside))
    assert where.stdout.startswith(str(inside))
    assert (empty / "demo" / "bagan.svg").read_text("utf-8").startswith("<svg")
    assert (empty / "demo" / "eksisting.yaml").is_file()


def test_the_pictures_of_the_pages_are_current():
    pictures = script("pictures")
    stale = [
        name
        for name, text in pictures.made().items()
        if (pictures.PICTURES / name).read_text("utf-8") != text
    ]
    assert stale == [], "look at the difference, then run: python .ci/pictures.py"


def test_a_message_inside_an_f_string_is_found_for_translation():
    source = "x = f\"{say(msg('Basis: {basis}', basis=1), 'id')}\"\ny = msg('One ' 'text.')\n"
    assert script("catalog").templates(source) == ["One text.", "Basis: {basis}"]
