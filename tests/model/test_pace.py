"""The garbage collector rests while much is made, and is put back as it was."""

import gc

import pytest

from sotk.model.pace import without_collector


def test_the_collector_is_at_work_again_after_a_failure():
    @without_collector()
    def fail():
        assert not gc.isenabled()
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - it has no text
        fail()
    assert gc.isenabled()


def test_a_collector_that_was_at_rest_stays_so():
    gc.disable()
    try:
        with without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
