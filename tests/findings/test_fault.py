"""A fault of a rule or a renderer is told in one line that leads to where it was raised."""

import inspect

import pytest

from sotk.findings.fault import fault


def stumble():
    return {}["seksi"]


def test_a_fault_names_what_was_raised_and_the_line():
    line = inspect.getsourcelines(stumble)[1] + 1
    with pytest.raises(KeyError) as raised:
        stumble()
    assert fault(raised.value) == f"KeyError: 'seksi' (test_fault.py:{line})"


def test_a_fault_that_was_never_raised_has_no_line():
    assert fault(ValueError("kosong")) == "ValueError: kosong"
