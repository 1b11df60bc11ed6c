"""The readings of characters that a generation keeps."""

from __future__ import annotations

from pathlib import Path

from assistant import sounds
from assistant.reading.pinyin import readings


def test_readings_are_toneless_and_typed_as_people_type() -> None:
    heard = readings()
    assert len(heard) == 6763
    assert heard["薪"] == ("xin",)
    assert set(heard["行"]) >= {"xing", "hang"}
    assert set(heard["旅"]) == {"lv", "lu"}
    assert set(heard["略"]) == {"lve", "lue"}
    assert "ju" in heard["居"]
    assert all(spelt.isascii() and spelt.islower() for options in heard.values() for spelt in options)
    assert max(map(len, heard.values())) == 3


def test_a_generation_gives_back_what_was_written(tmp_path: Path) -> None:
    sounds.save(tmp_path)
    heard = sounds.Sounds(tmp_path)
    assert {char: heard(char) for char in readings()} == readings()
    assert heard("a") == heard("𠮷") == ()


def test_without_a_generation_nothing_has_a_reading(tmp_path: Path) -> None:
    assert sounds.Sounds(None)("行") == sounds.Sounds(tmp_path)("行") == ()
