"""Every command, in the order of the help."""

from dataclasses import dataclass
from typing import Final

from sotk.locale import Message, msg


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its name, the module of this room that holds it, and a line of help."""

    name: str
    module: str
    help: Message


COMMANDS: Final[tuple[Entry, ...]] = (
    Entry("demo", "demo", msg("Take the tour on the shipped structure: check it and draw its chart.")),
    Entry("new", "new", msg("Start a structure from a template.")),
    Entry("show", "show", msg("Show a structure as an outline.")),
    Entry("edit", "edit", msg("Edit a structure or a proposal in the terminal.")),
    Entry("serve", "serve", msg("Edit in the browser, on this machine.")),
    Entry("check", "check", msg("Find what a strict reviewer would find.")),
    Entry("rule", "rule", msg("Explain a rule, or list all.")),
    Entry("overlap", "overlap", msg("Find duties that two units may both carry.")),
    Entry("diff", "diff", msg("Say what changed between two structures or proposals.")),
    Entry("merge", "merge", msg("Merge two structures or proposals that were made from a third.")),
    Entry("log", "log", msg("Say what each commit changed.")),
    Entry("blame", "blame", msg("Say who changed each unit last.")),
    Entry("git", "git", msg("Let git merge structures and proposals by what they say.")),
    Entry("scenario", "scenario", msg("Start, apply, rebase and list proposals.")),
    Entry("draw", "draw", msg("Draw the official chart.")),
    Entry("report", "report", msg("Write the documents that defend a structure.")),
    Entry("import", "import_", msg("Make a structure of Excel, CSV or JSON tables.")),
    Entry("export", "export", msg("Write a structure as Excel, CSV or JSON, or an empty form to fill.")),
    Entry("fmt", "fmt", msg("Tidy a file: ids that are missing, order of keys.")),
    Entry("schema", "schema", msg("Print the JSON Schema of a file, for editors.")),
)
