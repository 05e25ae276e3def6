"""The index finds what comparing all pairs would find, and stays current."""

from sotk.overlap import Index, Statement

DUTIES = [
    Statement("penertiban pedagang kaki lima di trotoar", "Bidang Penegakan Perda", path=("kota", "satpol")),
    Statement("menertibkan PKL", "Seksi Pasar", path=("kota", "perdagangan")),
    Statement("pemeliharaan jaringan irigasi", "Seksi Irigasi", path=("kota", "pu")),
    Statement("pembinaan sanggar seni", "Seksi Kesenian", path=("kota", "budaya")),
    Statement("menertibkan PKL", "Seksi Pasar", path=("kota", "perdagangan")),
]


def places(index: Index) -> set[tuple[int, int]]:
    return {(one.i, one.j) for one in index.pairs(0.5)}


def test_pairs_are_found_between_units_and_not_within_one() -> None:
    assert places(Index.build(DUTIES)) == {(0, 1), (0, 4)}


def test_the_surest_pair_comes_first_and_the_limit_holds() -> None:
    found = Index.build(DUTIES).pairs(0.0)
    assert [one.judgement.score for one in found] == sorted(
        (one.judgement.score for one in found), reverse=True
    )
    assert len(Index.build(DUTIES).pairs(0.0, limit=1)) == 1


def test_an_edited_duty_is_found_by_its_new_words_only() -> None:
    index = Index.build(DUTIES)
    index.replace(3, Statement("pemeliharaan saluran irigasi", "Seksi Kesenian", path=("kota", "budaya")))
    assert (2, 3) in places(index)
    index.replace(3, DUTIES[3])
    assert places(index) == {(0, 1), (0, 4)}
    assert index.statements == tuple(DUTIES)


def test_the_nearest_duty_of_a_new_text_is_named_by_its_place() -> None:
    found = Index.build(DUTIES).nearest(
        Statement("rehabilitasi jaringan irigasi tersier", "Seksi Baru"), limit=1
    )
    assert [one.j for one in found] == [2]


def test_an_empty_index_has_no_pairs() -> None:
    assert Index.build([]).pairs() == []
    assert Index.build([]).nearest(Statement("apa saja")) == []
