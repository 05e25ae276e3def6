"""Structures under git: their history by what changed, and merges that lose nothing."""

import json
import sys
from pathlib import Path

import pytest

from sotk.files import load
from tests.repository import Repository, repository

__all__ = ["repository"]

RENAMED = ("name: Subbagian Keuangan dan Aset\n", "name: Subbagian Keuangan\n")
FILE = "eksisting.yaml"


def test_the_log_says_what_each_commit_changed(sotk, repository):
    repository.edit(FILE, *RENAMED)
    commit = repository.commit("Shorten the name")
    said = sotk("log", FILE, "--lang", "en").stdout
    assert f"{commit[:8]} 2026-01-02 Sri  Shorten the name" in said
    assert "Subbagian Keuangan" in said
    assert "the first version" in said
    assert said.index("Shorten") < said.index("First version")


def test_a_change_that_is_not_committed_stands_first(sotk, repository):
    repository.edit(FILE, *RENAMED)
    assert sotk("log", FILE, "--lang", "en").stdout.startswith("not committed")


def test_the_log_of_one_unit_leaves_the_others_out(sotk, repository):
    repository.edit(FILE, *RENAMED)
    repository.commit("Shorten the name")
    data = json.loads(sotk("log", FILE, "--unit", "subbag-keuangan", "--format", "json").stdout)
    assert [each["subject"] for each in data["commits"]] == ["Shorten the name", "First version"]
    other = json.loads(sotk("log", FILE, "--unit", "sekretariat", "--format", "json").stdout)
    assert [each["subject"] for each in other["commits"]] == ["First version"]


def test_the_log_follows_a_file_that_was_renamed(sotk, repository):
    repository("mv", FILE, "dinsos.yaml")
    repository.commit("Rename the file")
    repository.edit("dinsos.yaml", *RENAMED)
    repository.commit("Shorten the name")
    data = json.loads(sotk("log", "dinsos.yaml", "--format", "json").stdout)
    assert [each["subject"] for each in data["commits"]] == ["Shorten the name", "First version"]


def test_blame_names_the_last_commit_of_each_unit(sotk, repository):
    repository.edit(FILE, *RENAMED)
    commit = repository.commit("Shorten the name")
    lines = sotk("blame", FILE).stdout.splitlines()
    assert [line.split("  ")[-1] for line in lines if line.startswith(commit[:8])] == ["Subbagian Keuangan"]
    assert len(lines) == len(load(Path(FILE)).structure.units)


def test_subjects_of_commits_are_data(sotk, repository):
    repository.edit(FILE, *RENAMED)
    repository.commit("Red \x1b[31m and \u202e back")
    assert "\x1b" not in sotk("log", FILE).stdout
    assert "\u202e" not in sotk("log", FILE).stdout


@pytest.mark.parametrize("command", ["log", "blame"])
def test_a_file_outside_any_repository_is_an_error_in_words(sotk, folder, monkeypatch, command):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    done = sotk(command, FILE, "--lang", "en")
    assert done.exit_code == 2
    assert "no history" in done.stderr


def test_without_git_the_log_says_so(sotk, folder, monkeypatch):
    monkeypatch.setenv("PATH", "")
    done = sotk("log", FILE, "--lang", "en")
    assert done.exit_code == 2
    assert "git is not installed" in done.stderr


def branches(repository: Repository, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    """Two branches from one commit, each with one edit; `main` is checked out."""
    repository("switch", "-q", "-c", "theirs")
    repository.edit(FILE, *theirs)
    repository.commit("Theirs")
    repository("switch", "-q", "main")
    repository.edit(FILE, *ours)
    repository.commit("Ours")


def install(repository: Repository) -> None:
    """Let git start this checkout's program."""
    program = f"{sys.executable} -m sotk.cli"
    repository("config", "merge.sotk.driver", f"{program} merge %O %A %B -o %A --path %P")
    (repository.folder / ".gitattributes").write_text("*.yaml merge=sotk\n")
    repository.commit("Merge by what structures say")


def test_git_merges_neighbouring_lines_that_say_different_things(repository):
    install(repository)
    branches(
        repository,
        ours=(
            "title: Bendahara, category: pelaksana, class: 7",
            "title: Bendahara, category: pelaksana, class: 8",
        ),
        theirs=(
            "Verifikator Keuangan, category: pelaksana, class: 6",
            "Verifikator Keuangan, category: pelaksana, class: 7",
        ),
    )
    done = repository("merge", "-q", "-m", "Both", "theirs")
    assert done.returncode == 0
    text = (repository.folder / FILE).read_text("utf-8")
    assert "title: Bendahara, category: pelaksana, class: 8" in text
    assert "Verifikator Keuangan, category: pelaksana, class: 7" in text


def test_git_stops_where_both_sides_named_a_unit(sotk, repository):
    install(repository)
    branches(repository, RENAMED, (RENAMED[0], "name: Subbagian Anggaran\n"))
    assert repository("merge", "-q", "-m", "Both", "theirs", ok=False).returncode == 1
    said = sotk("check", FILE)
    assert said.exit_code == 1
    assert "INT012" in said.stdout
    assert "Subbagian Anggaran" in said.stdout


def test_a_file_that_is_not_ours_is_merged_by_lines(repository):
    install(repository)
    (repository.folder / "other.yaml").write_text("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n")
    repository.commit("Another file")
    repository("switch", "-q", "-c", "theirs")
    repository.edit("other.yaml", "a: 1", "a: 10")
    repository.commit("Theirs")
    repository("switch", "-q", "main")
    repository.edit("other.yaml", "e: 5", "e: 50")
    repository.commit("Ours")
    repository("merge", "-q", "-m", "Both", "theirs")
    assert (repository.folder / "other.yaml").read_text() == "a: 10\nb: 2\nc: 3\nd: 4\ne: 50\n"


def test_install_writes_settings_of_this_repository_alone_and_only_once(sotk, repository):
    (repository.folder / ".gitattributes").write_text("*.png binary")
    for _ in range(2):
        assert sotk("git", "install").exit_code == 0
    assert (repository.folder / ".gitattributes").read_text() == "*.png binary\n*.yaml merge=sotk\n"
    assert "merge %O %A %B" in repository("config", "--local", "merge.sotk.driver").stdout


def test_install_outside_a_repository_is_refused(sotk, folder, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    done = sotk("git", "install")
    assert done.exit_code == 2
    assert not (folder / ".gitattributes").exists()


def test_a_repository_cannot_start_programs_through_its_settings(sotk, repository):
    started = repository.folder / "started"
    repository("config", "core.fsmonitor", f"touch {started}")
    repository("config", "log.showSignature", "true")
    repository("config", "gpg.program", f"touch {started}")
    assert sotk("log", FILE).exit_code == 0
    assert not started.exists()


def three(folder: Path, ours: tuple[str, str], theirs: tuple[str, str]) -> list[str]:
    """The names of a base and two versions of it, each with one edit."""
    text = (folder / FILE).read_text("utf-8")
    for name, (old, new) in (("o.yaml", ours), ("t.yaml", theirs)):
        assert text.count(old) == 1
        (folder / name).write_text(text.replace(old, new), "utf-8")
    return [FILE, "o.yaml", "t.yaml"]


def test_a_merge_without_conflicts_is_ours_with_the_line_of_theirs(sotk, folder):
    names = three(folder, RENAMED, ("kind: sekretariat", "kind: sekretariat  # eselon III.a"))
    done = sotk("merge", *names)
    assert done.exit_code == 0
    ours = (folder / "o.yaml").read_text("utf-8")
    assert done.stdout == ours.replace("kind: sekretariat", "kind: sekretariat  # eselon III.a")


def test_a_conflict_is_written_as_data_and_the_exit_code_says_so(sotk, folder):
    names = three(folder, RENAMED, (RENAMED[0], "name: Subbagian Anggaran\n"))
    done = sotk("merge", *names, "--out", "m.yaml")
    assert done.exit_code == 1
    found = load(folder / "m.yaml").structure
    assert [(each.kind, each.ours, each.theirs) for each in found.conflicts] == [
        ("same-field", "Subbagian Keuangan", "Subbagian Anggaran")
    ]


def test_a_comment_whose_line_is_gone_is_left_open_and_not_lost(sotk, folder):
    line = (
        "        - {id: sekretariat-f5, level: fungsi, stage: evaluasi, "
        "text: Penyelenggaraan evaluasi dan pelaporan kinerja Dinas}\n"
    )
    names = three(folder, (line, ""), (line, f"        # perlu dibahas\n{line}"))
    assert sotk("merge", *names, "--out", "m.yaml").exit_code == 1
    found = load(folder / "m.yaml").structure
    assert [(each.kind, each.theirs) for each in found.conflicts] == [("comment", "# perlu dibahas")]


def test_a_merge_never_writes_over_another_file(sotk, folder):
    names = three(folder, RENAMED, RENAMED)
    before = (folder / "usulan-uks-uptd.yaml").read_bytes()
    assert sotk("merge", *names, "--out", "usulan-uks-uptd.yaml").exit_code == 2
    assert (folder / "usulan-uks-uptd.yaml").read_bytes() == before


def test_proposals_are_merged_change_by_change(sotk, folder):
    text = (folder / "usulan-uks-uptd.yaml").read_text("utf-8")
    more = {
        "o.yaml": "  - {op: set, entity: unit, id: subbag-keuangan, field: name, value: Subbagian Keuangan}\n",
        "t.yaml": "  - {op: set, entity: unit, id: subbag-perencanaan, field: name, value: Subbagian Program}\n",
    }
    for name, operation in more.items():
        (folder / name).write_text(text.rstrip("\n") + "\n" + operation, "utf-8")
    done = sotk("merge", "usulan-uks-uptd.yaml", "o.yaml", "t.yaml", "--out", "m.yaml")
    assert done.exit_code == 0, done.stderr
    found = load(folder / "m.yaml").scenario
    assert [each.value for each in found.operations[-2:]] == ["Subbagian Keuangan", "Subbagian Program"]


def test_a_structure_and_a_proposal_are_not_merged(sotk, folder):
    done = sotk("merge", FILE, FILE, "usulan-uks-uptd.yaml")
    assert done.exit_code == 2
    assert "one proposal" in done.stderr


def test_a_chart_of_a_merge_that_left_something_open_says_so(sotk, folder):
    names = three(folder, RENAMED, (RENAMED[0], "name: Subbagian Anggaran\n"))
    sotk("merge", *names, "--out", "m.yaml")
    assert sotk("draw", "m.yaml", "--out", "m.svg", "--lang", "en").exit_code == 0
    assert "INCOMPLETE" in (folder / "m.svg").read_text("utf-8")


def test_rebase_finds_the_old_base_in_the_history(sotk, repository):
    from sotk.files import digest

    old = digest(load(repository.folder / FILE).structure)
    (repository.folder / "u.yaml").write_text(
        f'sotk: 1\nscenario: u\nname: U\nbase: eksisting.yaml\nbase_digest: "{old}"\noperations:\n'
        "  - {op: set, entity: unit, id: subbag-keuangan, field: name, value: Subbagian Anggaran}\n"
    )
    repository.commit("Propose a name")
    repository.edit(FILE, "name: Subbagian Kepegawaian dan Umum\n", "name: Subbagian Umum\n")
    repository.commit("Name another unit")
    done = sotk("scenario", "rebase", "u.yaml")
    assert done.exit_code == 0, done.stderr
    assert "not in the history" not in done.stderr
    found = load(repository.folder / "u.yaml").scenario
    assert found.base_digest == digest(load(repository.folder / FILE).structure)
    assert len(found.operations) == 1


def test_rebase_leaves_open_what_the_base_changed_as_well(sotk, repository):
    from sotk.files import digest

    old = digest(load(repository.folder / FILE).structure)
    (repository.folder / "u.yaml").write_text(
        f'sotk: 1\nscenario: u\nname: U\nbase: eksisting.yaml\nbase_digest: "{old}"\noperations:\n'
        "  - {op: set, entity: unit, id: subbag-keuangan, field: name, value: Subbagian Anggaran}\n"
    )
    repository.commit("Propose a name")
    repository.edit(FILE, *RENAMED)
    repository.commit("Name it otherwise")
    assert sotk("scenario", "rebase", "u.yaml").exit_code == 1
    found = load(repository.folder / "u.yaml").scenario
    assert [each.kind for each in found.conflicts] == ["same-field"]


def test_every_kind_of_conflict_is_explained():
    from sotk.compare import KINDS
    from sotk.files.conflicts import MEANINGS

    assert set(MEANINGS) == {*KINDS, "comment"}
