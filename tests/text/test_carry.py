"""Comments go with the line they stand at, and never change what a text says."""

from hypothesis import given
from hypothesis import strategies as st

from sotk.text import carry, parse
from sotk.text.carry import comments

TEXT = """\
# the whole
a: 1  # first
list:
  # one
  - id: x
    kind: seksi  # of x
  - id: y
    # inside y
    kind: seksi
"""


def test_every_comment_is_found_with_the_line_it_stands_at():
    found = [(each.text, each.anchor.item, each.anchor.line, each.behind) for each in comments(TEXT)]
    assert found == [
        ("# the whole", "", "a: 1", False),
        ("# first", "", "a: 1", True),
        ("# one", "- id: x", "- id: x", False),
        ("# of x", "- id: x", "kind: seksi", True),
        ("# inside y", "- id: y", "kind: seksi", False),
    ]


def test_comments_of_a_text_go_to_the_same_lines_of_one_without_them():
    bare = "\n".join(line for each in TEXT.splitlines() if (line := each.split("#")[0].rstrip())) + "\n"
    made, homeless = carry(TEXT, bare, [])
    assert homeless == []
    assert made == TEXT


def test_a_comment_follows_its_item_to_another_place():
    moved = "list:\n  - id: y\n    kind: bidang\n    units:\n      - id: x\n        kind: seksi\n"
    made, homeless = carry(TEXT, moved, [])
    assert "        kind: seksi  # of x\n" in made
    assert "      # one\n      - id: x\n" in made
    assert homeless == ["# the whole", "# first", "# inside y"]


def test_a_comment_that_an_older_text_had_was_left_out_on_purpose():
    assert carry(TEXT, "a: 1\n", [TEXT]) == ("a: 1\n", [])


def test_a_line_with_two_places_is_no_place():
    theirs = "a:\n  - b: 1  # which\n"
    twice = "a:\n  - b: 1\nc:\n  - b: 1\n"
    assert carry(theirs, twice, []) == (twice, ["# which"])


def test_a_comment_never_enters_a_block_of_text():
    theirs = "b: 1  # note\n"
    block = "a: |\n  b: 1\n  rest\n"
    assert carry(theirs, block, []) == (block, ["# note"])


def test_a_line_with_a_comment_of_its_own_keeps_it_and_gets_the_other_above():
    made, _ = carry("a: 1  # theirs\n", "a: 1  # ours\n", [])
    assert made == "# theirs\na: 1  # ours\n"


def test_a_sign_inside_a_text_is_no_comment():
    assert carry("a: 'b # c'\n", "a: x\n", []) == ("a: x\n", [])


@given(st.lists(st.sampled_from(TEXT.splitlines()), max_size=12), st.sampled_from([TEXT, "a: 1\n", ""]))
def test_data_stays_and_no_comment_is_lost(lines, into):
    theirs = "\n".join(lines)
    made, homeless = carry(theirs, into, [])
    assert parse(made).data == parse(into).data
    there = {each.text for each in comments(made)}
    assert {each.text for each in comments(theirs)} <= there | set(homeless)
    assert {each.text for each in comments(into)} <= there
