"""Real lists of others. The counts were worked out from the data apart from this program, see each test."""

import pytest

from sotk.compare import diff_guessed
from tests.exchange.tables import DATA, asked, codes, imported, outline, reasons

UK = DATA / "uk-organograms"
PEOPLE = DATA / "people-lists"
PM4 = DATA / "permenhub-4-2025"
NYC = DATA / "nyc-organizations" / "snapshot_2025-12-10.csv"


@pytest.mark.parametrize(
    ("body", "rows", "placed", "units"),
    [
        # posts from which a walk up "Reports to Senior Post" ends at the post that reports to XX
        ("asset_protection_agency-2011-03-31", 18 + 8, 18 + 8, 10),
        ("asset_protection_agency-2011-09-30", 17 + 8, 17 + 8, 10),
        ("department_for_international_development-2011-03-31", 80 + 268, 67 + 259, 56),
        ("department_for_international_development-2011-09-30", 78 + 259, 67 + 250, 54),
    ],
)
def test_senior_and_junior_posts_of_a_department_make_one_tree(body, rows, placed, units):
    found = imported(UK / f"{body}-senior.csv", UK / f"{body}-junior.csv")
    assert (found.rows_in, found.placed, len(found.structure.units)) == (rows, placed, units)


def test_a_director_who_reports_to_himself_is_said_and_asked_about():
    body = UK / "department_for_international_development-2011-03-31-senior.csv"
    found = imported(body)
    assert codes(found)["IMP012"] == 1
    assert asked(found) == ["root", "parent-a6", "parent-a11"]
    whole = imported(body, answers={"root": "a1", "parent-a6": "a1", "parent-a11": "a1"})
    assert (whole.placed, asked(whole)) == (80, [])


def test_bytes_of_windows_among_utf_8_are_read_line_by_line():
    found = imported(UK / "department_for_international_development-2011-09-30-junior.csv")
    text = (UK / "department_for_international_development-2011-03-31-senior.csv").read_bytes()
    assert b"\xef\xbf\xbd134 million" in text or b"\xa3134 million" in text
    assert found.readings[0].columns[0].heading == "Unit"


def test_names_of_persons_stay_out_unless_asked_for():
    path = PEOPLE / "drawio-orgchart.csv"
    without, asked_for = imported(path), imported(path, holders=True)
    assert "Evan" not in repr(without.structure) + repr(without.held) + repr(without.questions.asked)
    assert asked_for.structure.units["emi"].head.holders[0].name == "Evan Miller"


@pytest.mark.parametrize(
    ("names", "rows", "placed", "units"),
    [
        # 107 people, 18 of whom others report to
        (["d3-org-chart-data.csv"], 107, 107, 18),
        (["employees.csv"], 107, 107, 18),
        # and 27 departments, 11 with a manager; three of these nobody reports to
        (["employees.csv", "departments.csv"], 134, 118, 21),
        # managers by name
        (["drawio-orgchart.csv"], 4, 4, 1),
        # a post and a membership that ended; the organization stands below one that has no entry
        (["popolo-organization.json", "popolo-post.json", "popolo-membership.json"], 3, 1, 2),
    ],
)
def test_lists_of_people_in_four_formats(names, rows, placed, units):
    found = imported(*(PEOPLE / name for name in names))
    assert (found.rows_in, found.placed, len(found.structure.units), asked(found)) == (
        rows,
        placed,
        units,
        [],
    )


def test_everyone_of_a_list_of_people_fills_a_position():
    found = imported(PEOPLE / "employees.csv")
    assert sum(position.filled for _unit, position in found.structure.positions()) == 107


def test_the_unit_is_called_by_the_department_its_head_leads():
    lines = outline(imported(PEOPLE / "employees.csv", PEOPLE / "departments.csv"))
    assert lines[0] == "Executive (AD_PRES)"
    assert ".Purchasing (PU_MAN)" in lines


def test_a_list_without_one_top_asks_for_it_and_places_all_once_answered():
    assert asked(imported(NYC))[-1] == "root"
    found = imported(NYC, answers={"missing-mayor": "nyc-goid-000251", "root": "new City of New York"})
    # 5 rows name several superiors, one names "City Council", which is the name of no row
    assert (found.rows_in, found.placed, len(found.held)) == (434, 428, 6)
    mayor = found.structure.units["nyc-goid-000251"]
    # 13 rows report to "Mayor", which no row is called; none names the Office of the Mayor
    assert (mayor.name, len(found.structure.below(mayor.id))) == ("Office of the Mayor", 13)
    assert len(asked(found)) == 6


def test_the_articles_of_a_ministry_place_what_one_name_settles_and_ask_the_rest():
    found = imported(PM4 / "susunan.csv", PM4 / "duties.csv")
    held = reasons(found)
    in_tree = [cell for cell in held if cell.startswith("susunan!")]
    assert found.structure.header.pack == "kementerian"
    assert (found.rows_in, 289 - len(in_tree)) == (289 + 1491, 211)
    # 811 rows of duties are of a unit with a name of its own in the tree; one of them has no text
    assert found.placed == 211 + 810
    assert [cell for cell, why in held.items() if why == "it holds no duty"] == [
        "duties!A520"
    ]  # article 283 letter e


def test_an_answer_places_all_rows_of_its_run():
    answers = {"parent-bagian-perencanaan": "sekretariat-direktorat-jenderal"}
    before = imported(PM4 / "susunan.csv")
    after = imported(PM4 / "susunan.csv", answers=answers)
    run = next(each for each in before.questions.open() if each.id == "parent-bagian-perencanaan")
    below = after.structure.below("sekretariat-direktorat-jenderal")
    assert len(below) == len(run.cells) == 6
    assert after.placed - before.placed == 6


def test_two_dates_of_a_department_are_compared_as_structures():
    old = imported(UK / "asset_protection_agency-2011-03-31-senior.csv").structure
    new = imported(UK / "asset_protection_agency-2011-09-30-senior.csv", base=old).structure
    assert new.header == old.header
    moved = [fact for fact in diff_guessed(old, new, trust_ids=True).diff.facts if fact.entity == "unit"]
    assert len(moved) < 4
