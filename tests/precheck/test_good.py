"""The good forms hold what their fact sheets tell, within their limits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.drafting.count import words
from assistant.paper.reading import read_form
from tests.drafting.completed import HELD
from tests.precheck.cases import GOOD, SECOND, TODAY, filled, good

ROOT = Path(__file__).resolve().parents[2]
every_form = pytest.mark.parametrize("form", TODAY)


def test_each_is_a_form() -> None:
    assert {path.stem for path in GOOD.glob("*.json")} == set(TODAY) <= set(HELD)


@every_form
def test_every_value_is_one_of_a_field(form: str) -> None:
    told = filled(form)
    fields = {field.path for field in HELD[form].fields()}
    repeats = {repeat.path for repeat in HELD[form].repeats()}
    assert {path for path, _ in told.values} <= fields
    assert {path for path, _ in told.rows} <= repeats


@every_form
def test_every_limit_is_kept(form: str) -> None:
    _kept(form, ".")


@pytest.mark.parametrize("form", SECOND)
def test_so_it_is_in_other_words(form: str) -> None:
    _kept(form, "second")


def _kept(form: str, folder: str) -> None:
    told = dict(filled(form, folder).values)
    for field in HELD[form].fields():
        if field.limit is not None:
            assert words(str(told[field.path])) <= field.limit.most


@every_form
def test_what_is_told_is_read_back(form: str) -> None:
    back = read_form(HELD[form], good(form))
    assert dict(back.values) == dict(filled(form).values)
    assert dict(back.rows) == dict(filled(form).rows)


def test_the_command_line_writes_them(tmp_path: Path) -> None:
    out = tmp_path / "list.docx"
    facts = GOOD / "community-list.json"
    command = [
        sys.executable,
        "-m",
        "assistant",
        "export",
        "--form",
        "community-list",
        "--facts",
        str(facts),
        "--out",
        str(out),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    assert dict(read_form(HELD["community-list"], out.read_bytes()).rows) == dict(filled("community-list").rows)
