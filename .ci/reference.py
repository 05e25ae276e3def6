"""Writes the pages of docs/reference that are generated from the code.

python .ci/reference.py    write them; a test says when they are out of date
"""

import inspect
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
sys.path.insert(0, str(ROOT))

_GENERATED = "<!-- Made by .ci/reference.py from the code; edit the code. -->"


def pages() -> dict[str, str]:
    """Every generated page: its path below docs/reference, and its text."""
    return {"file-format.md": file_format(), "commands.md": commands(), "keys.md": keys(), **rules()}


def file_format() -> str:
    from typing import get_args

    from sotk.files.lists import CLASSES
    from sotk.model import (
        Duty,
        Filled,
        Header,
        Holder,
        LegalBasis,
        Operation,
        Part,
        Position,
        Scenario,
        Unit,
        WorkloadLine,
    )

    parts = [_GENERATED, FORMAT_INTRODUCTION]
    for title, cls in (
        ("Structure", Header),
        ("Unit", Unit),
        ("Position", Position),
        ("Filled", Filled),
        ("Workload line", WorkloadLine),
        ("Holder", Holder),
        ("Duty", Duty),
        ("Legal basis", LegalBasis),
    ):
        parts.append(entity(title, cls))
    parts += [entity(name.capitalize(), cls) for name, cls in CLASSES.values()]
    parts += [
        "## Scenario",
        table(Scenario),
        "### Operations",
        "Each may carry `why`, `proposed_by`, `status`, `date` and `note`.",
    ]
    for cls in get_args(get_args(Operation)[0]):
        parts += [
            f"#### `{cls.__dataclass_fields__['op'].default}`",
            summary(cls),
            table(cls, without=DECISION),
        ]
    parts += ["#### Part of a split", summary(Part), table(Part)]
    return "\n\n".join(parts) + "\n"


DECISION = ("op", "why", "proposed_by", "status", "date", "note")


def entity(title: str, cls: Any) -> str:
    return "\n\n".join([f"## {title}", summary(cls), table(cls)])


def summary(cls: Any) -> str:
    return " ".join((inspect.getdoc(cls) or "").split())


def table(cls: Any, without: tuple[str, ...] = ()) -> str:
    from pydantic import TypeAdapter

    schema = TypeAdapter(cls).json_schema(by_alias=True)
    required = schema.get("required", ())
    rows = ["| key | value | |", "|---|---|---|"]
    for key, value in schema["properties"].items():
        if key not in without:
            rows.append(f"| `{key}` | {described(value)} | {'needed' if key in required else ''} |")
    return "\n".join(rows)


def described(value: dict[str, Any]) -> str:
    """A JSON Schema in a few words."""
    if "$ref" in value:
        return value["$ref"].rsplit("/", 1)[1]
    if "anyOf" in value:
        return " or ".join(
            dict.fromkeys(described(part) for part in value["anyOf"] if part.get("type") != "null")
        )
    if "enum" in value:
        return ", ".join(f"`{choice}`" for choice in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if value.get("type") == "array":
        items = value.get("items")
        return f"list of {described(items)}" if items else "list"
    if value.get("type") == "object":
        return "value by year" if "patternProperties" in value else "mapping"
    return {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}.get(
        str(value.get("type")), "any"
    ) + {"date": " (year-month-day)"}.get(str(value.get("format")), "")


def commands() -> str:
    import click

    from sotk.cli.catalogue import COMMANDS
    from sotk.cli.language import language_of
    from sotk.cli.main import program

    language_of(["--lang", "en"])
    parts = [_GENERATED, "# Commands", COMMAND_INTRODUCTION]
    group = program()
    for entry in COMMANDS:
        command = group.get_command(click.Context(group, info_name="sotk"), entry.name)
        if command is None:
            continue
        context = click.Context(
            command, info_name=f"sotk {entry.name}", max_content_width=100, terminal_width=100
        )
        parts.append(f"## `sotk {entry.name}`\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts) + "\n"


def keys() -> str:
    """Every action of the editor by place: its keys, what it is called in both languages, and its id."""
    from sotk.locale import say
    from sotk.tui.catalogue import ACTIONS
    from sotk.tui.helping import PLACES
    from sotk.tui.keys import key_name

    parts = [_GENERATED, KEY_INTRODUCTION]
    for place, head in PLACES.items():
        actions = [action for action in ACTIONS if action.place == place]
        if not actions:
            continue
        rows = ["| keys | action | | id |", "|---|---|---|---|"]
        for action in actions:
            shown = " ".join(f"`{key_name(key, 'en').replace('|', '&#124;')}`" for key in action.keys)
            names = " · ".join(say(action.label, language) for language in ("en", "id"))
            rows.append(f"| {shown} | {names} | {say(action.help, 'en')} | `{action.id}` |")
        title = " · ".join(say(head, language) for language in ("en", "id"))
        parts.append(f"## {title}\n\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def rules() -> dict[str, str]:
    from sotk.rules import RULES
    from sotk.rules.page import page

    made = {f"rules/{rule.code}.md": f"{_GENERATED}\n\n{page(rule, 'en')}" for rule in RULES}
    rows = [
        f"| [{rule.code}](rules/{rule.code}.md) | {rule.name} | {rule.documentation.what.text} |"
        for rule in RULES
    ]
    made["rules.md"] = "\n".join(
        [_GENERATED, "", "# Rules", "", "| code | name | finds |", "|---|---|---|", *rows, ""]
    )
    return made


COMMAND_INTRODUCTION = """\
Everywhere: `--lang id|en`. The default is the workspace's setting, then Indonesian for the packs `pemda`
and `kementerian`, then the language of the terminal. Exit codes: 0 done; 1 findings at or above
`--fail-on`, or differences that were asked about; 2 could not run, such as for a path that leads to no
file (`sotk check` too, whatever else it found); 130 Ctrl-C. The result goes to stdout, all else to stderr. Lines and columns count from 1, columns in code points."""

KEY_INTRODUCTION = """\
# Keys of the editor

What `sotk edit` and `sotk serve` do at which key, made from the same table as the bindings, the palette
(Ctrl-P) and the help (`?`). Each action is called in English and in Indonesian, as the editor says it. Under
`keys:` in `sotk.yaml` an action gets another key by its id; a comma parts several:

```yaml
keys:
  rename: f6
  undo: u,ctrl+z,backspace
```

In a table, typing begins to fill the cell at the cursor. In dialogs the arrows choose, typing narrows, Enter
takes and Esc goes back."""

FORMAT_INTRODUCTION = """\
# The file format

A structure and a scenario are YAML files of UTF-8 text; both begin with `sotk: 1`. A small part of YAML
is read: no anchors, no tags, one document, every key once. What a value means is decided by its key:
`no`, `012` and `1:30` stay what was typed where text is meant.

Units are nested with `units:`, or stand flat in a list `units:` at the top, each with `parent:`; a save
keeps the form. Order of a list is meaning, order of keys is not. Ids are small letters, digits and
hyphens, at most 64 characters, once for each type of entity; where a file leaves one out, a provisional
one is made from the name and never written without being asked (`sotk fmt`).

```yaml
sotk: 1
structure: dinsos
name: Dinas Sosial Provinsi Contoh
pack: pemda
government: {level: provinsi, name: Contoh}
agency: {type: A, affairs: ["1.06"]}
effective: 2017-01-01
root:
  id: dinsos
  name: Dinas Sosial
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, echelon: II.a}
  duties:
    - {id: dinsos-t, level: tugas, text: membantu Gubernur melaksanakan urusan pemerintahan bidang sosial}
  units:
    - {id: sekretariat, name: Sekretariat, kind: sekretariat}
    - {id: bid-rehsos, name: Bidang Rehabilitasi Sosial, kind: bidang}
lines:
  - {from: sekretariat, to: bid-rehsos, kind: koordinasi}
waivers:
  - {rule: SPN001, unit: dinsos, reason: UPTD dipindah bertahap, until: 2030-12-31}
```

A scenario holds operations on a base, which is a structure or another scenario in the same workspace:

```yaml
sotk: 1
scenario: usulan
name: Usulan seksi baru
base: eksisting.yaml
effective: 2021-07-01
operations:
  - {op: add_unit, under: bid-rehsos, unit: {id: seksi-anak, name: Seksi Anak, kind: seksi}, why: kasus naik}
  - {op: set, entity: unit, id: bid-rehsos, field: name, value: Bidang Rehabilitasi, status: ditunda}
```

Every entity and key, from the code (`sotk schema structure` prints the same as a JSON Schema; an editor
completes by it):"""


def main() -> None:
    for name, text in pages().items():
        path = REFERENCE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
