"""Every pattern that waits for its first use can be compiled."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from assistant.guideline.patterns import regex

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("answering", "guideline", "programmes")
FILES = [path for room in ROOMS for path in sorted((ROOT / "assistant" / room).glob("*.py"))]
MODULES = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in FILES]
WAITING = type(regex(""))


def waiting(value: object) -> list[re.Pattern[str]]:
    """The waiting patterns in a value and, one level down, in what it holds."""
    if isinstance(value, dict):
        value = list(value.values())
    held = value if isinstance(value, (list, tuple, set, frozenset)) else [value]
    flat = [part for one in held for part in (one if isinstance(one, tuple) else [one])]
    return [part for part in flat if isinstance(part, WAITING)]


@pytest.mark.parametrize("module", MODULES)
def test_patterns_compile(module: str) -> None:
    for value in vars(importlib.import_module(module)).values():
        for pattern in waiting(value):
            assert pattern.search("") is None or pattern.pattern is not None


def test_a_pattern_is_compiled_once_and_behaves_as_one() -> None:
    made = regex(r"(?P<n>\d+)", re.ASCII)
    assert [m.group("n") for m in made.finditer("12 家 3 年")] == ["12", "3"]
    assert (made.pattern, made.flags & re.ASCII, made.groups) == (r"(?P<n>\d+)", re.ASCII, 1)
    assert made.search is made.search
    with pytest.raises(AttributeError):
        _ = made.nonsense  # type: ignore[attr-defined]
