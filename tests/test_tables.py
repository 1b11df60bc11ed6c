"""Tables are parsed once and never stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.guideline.tables import table


def test_a_table_is_kept_and_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('a = ["甲"]\n', encoding="utf-8")
    assert table(path) == table(path) == {"a": ["甲"]}
    kept = tmp_path / "__pycache__" / "words.toml.json"
    assert "甲" in kept.read_text(encoding="utf-8")
    path.write_text('a = ["乙"]\n', encoding="utf-8")
    assert table(path) == {"a": ["乙"]}
    kept.write_text("[]", encoding="utf-8")
    assert table(path) == {"a": ["乙"]}


def test_without_a_place_to_keep_it_a_table_is_parsed_every_time(tmp_path: Path) -> None:
    path = tmp_path / "days.toml"
    path.write_text("[held]\nday = 2024-01-01\n", encoding="utf-8")
    (tmp_path / "__pycache__").write_text("a file", encoding="utf-8")
    assert table(path)["held"]["day"].year == table(path)["held"]["day"].year == 2024


def test_what_is_no_table_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("a = [", encoding="utf-8")
    with pytest.raises(ValueError, match="Invalid"):
        table(tmp_path / "bad.toml")
    with pytest.raises(FileNotFoundError):
        table(tmp_path / "none.toml")
