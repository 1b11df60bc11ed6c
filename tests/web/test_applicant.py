"""A profile in an address and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.web.applicant import answered, contradicts, kindless, params_of, profile_in, without

TEXT = st.text("杭州高职abc0123456789.#:/&=% ", min_size=1, max_size=8).map(str.strip).filter(bool)
KEY = st.text("表#:.p14", min_size=1, max_size=8)
UNIT = st.fixed_dictionaries(
    {"kind": TEXT}, optional=dict.fromkeys(("ownership", "affiliation", "level"), TEXT)
) | TEXT.filter(bool)
PARTNER = st.fixed_dictionaries({"count": TEXT}, optional={"unit": UNIT, "region": TEXT, "age": TEXT})
PROFILE = st.fixed_dictionaries(
    {},
    optional={
        "unit": UNIT,
        "region": TEXT,
        "role": TEXT,
        "legal_person": TEXT,
        "partners": st.lists(PARTNER, max_size=12),
        "ratios": st.dictionaries(KEY, TEXT, min_size=1, max_size=3),
        "answers": st.dictionaries(KEY, TEXT, min_size=1, max_size=3),
    },
)


@given(PROFILE)
def test_what_is_told_comes_back(profile: dict[str, Any]) -> None:
    assert profile_in(params_of(profile)) == profile


def test_rows_left_empty_are_no_joint_units_and_the_others_close_up() -> None:
    params = [("partners.7.count", "2"), ("partners.3.unit", " 企业 "), ("partners.5.region", " "), ("rows", "9")]
    assert profile_in(params) == {"partners": [{"unit": "企业"}, {"count": "2"}]}
    assert profile_in([("partners", "none")]) == {"partners": []}
    assert profile_in([("partners", ""), ("unit.kind", ""), ("unknown", "x")]) == {}


def test_a_designation_brings_its_kind_and_level() -> None:
    assert profile_in([("unit.designation", "srdi/province")]) == {
        "unit": {"designation": "srdi", "level": "province", "kind": "enterprise"}
    }


@pytest.mark.parametrize(
    ("path", "value", "params"),
    [
        (["role"], "lead", [("role", "lead")]),
        (["legal_person"], True, [("legal_person", "yes")]),
        (["unit"], {"kind": "school", "level": "city"}, [("unit.kind", "school"), ("unit.level", "city")]),
        (["partners"], [{"count": 2}], [("partners.0.count", "2")]),
        (["partners"], [], [("partners", "none")]),
        (["answers", "d#1.2:0:age"], "met", [("answers.d#1.2:0:age", "met")]),
    ],
)
def test_an_answer_goes_to_its_place(path: list[str], value: object, params: list[tuple[str, str]]) -> None:
    held = {"region": "杭州"}
    made = answered(held, path, value)
    assert sorted(params_of(made)) == sorted([("region", "杭州"), *params])
    assert held == {"region": "杭州"}


def test_an_answer_of_one_joint_unit_leaves_the_others() -> None:
    held = {"partners": [{"count": "2"}, {"unit": "企业"}]}
    assert answered(held, ["partners", 1, "age"], "2年以上")["partners"] == [
        {"count": "2"},
        {"unit": "企业", "age": "2年以上"},
    ]
    assert held["partners"][1] == {"unit": "企业"}
    assert without({"answers": {"a": "met", "b": "met"}}, "answers", "a") == {"answers": {"b": "met"}}


def test_contradictions_of_the_form() -> None:
    assert contradicts([("partners", "none"), ("partners.0.count", "1")])
    assert not contradicts([("partners", "none"), ("partners.0.count", "")])
    assert kindless({"unit": {"level": "city"}})
    assert kindless({"partners": [{"unit": {"ownership": "private"}}]})
    assert not kindless({"unit": "民办高职", "partners": [{"count": "1"}]})
