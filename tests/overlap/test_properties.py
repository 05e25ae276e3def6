"""What holds for any two texts."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.overlap import Statement, compare, read
from sotk.overlap.lexicon import lexicon

WORDS = sorted({word for form in lexicon().written.values() for word in form.split()})
register = st.lists(
    st.sampled_from([*WORDS, "dan", ",", "pembinaan", "pengawasan", "tidak"]), max_size=14
).map(" ".join)
statements = st.builds(Statement, st.one_of(st.text(max_size=120), register), register)


@given(statements, statements)
@settings(deadline=None)
def test_a_score_is_a_share_and_does_not_depend_on_the_order(a: Statement, b: Statement) -> None:
    one, other = compare(a, b), compare(b, a)
    assert 0 <= one.score <= 1
    assert abs(one.score - other.score) < 1e-3


@given(statements)
@settings(deadline=None)
def test_any_text_is_read_and_read_the_same_again(statement: Statement) -> None:
    assert read(statement) == read.__wrapped__(statement)


@given(
    st.lists(
        st.sampled_from(["posyandu", "irigasi", "museum", "koperasi", "terumbu karang"]),
        min_size=1,
        unique=True,
    )
)
@settings(deadline=None)
def test_a_duty_is_the_same_work_as_itself(things: list[str]) -> None:
    text = "pembinaan " + " dan ".join(things)
    assert compare(Statement(text, "Seksi A"), Statement(text, "Seksi B")).score >= 0.99


def test_hostile_text_is_read_in_bounded_time() -> None:
    hostile = [
        "\x00\x1b[31m" * 2000,
        "\U0001f600" * 10_000,
        "a" * 10_000,
        "ber" * 3_333,
        "pembinaan anak, " * 700,
        "",
        "\u202e",
    ]
    start = time.perf_counter()
    for text in hostile:
        assert 0 <= compare(Statement(text), Statement("pembinaan anak")).score <= 1
        assert 0 <= compare(Statement(text), Statement(text)).score <= 1
    assert time.perf_counter() - start < 5
