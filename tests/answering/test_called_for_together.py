"""A notice that calls for two things: each sentence speaks for the one whose section it stands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.question.spelling import Speller
from tests.answering.built import Built, over_notices

HARBOUR = """\
望州市海洋局关于开展2026年度市级远洋工作站设立和船员实训基地认定工作的通知

望海〔2026〕7号

各有关单位：

为贯彻落实《望州市远洋三年行动方案（2025—2027年）》，推动远洋人才培养，我局决定开展2026年度市级远洋工作站（以下简称工作站）设立和船员实训基地（以下简称基地）认定工作。现就有关事项通知如下：

一、申报条件

（一）工作站

1．由在本市注册的渔业企业申报，成立满4年。

2．有专职研究人员12人以上。

（二）基地

1．由航海职业学校申报，学校成立满9年。

2．训练泊位不少于6个，工作站人员可以兼任教员，兼任的不超过3人。

二、管理

（一）工作站设立后18个月内未开展研究的，予以撤销。

（二）基地有效期5年。

望州市海洋局
2026年6月3日
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder: Path = tmp_path_factory.mktemp("harbour")
    return over_notices(folder, harbour=HARBOUR)


def of(harbour: Built, begins: str) -> list[str]:
    passages = harbour.engine._index.passages
    return next(sorted(p.programmes) for p in passages if p.text.startswith(begins))


@pytest.mark.parametrize(
    ("begins", "programmes"),
    [
        ("2．有专职研究人员", ["harbour-1"]),
        ("1．由航海职业学校", ["harbour-2"]),
        ("（一）工作站设立后", ["harbour-1"]),
        ("（二）基地有效期", ["harbour-2"]),
        ("2．训练泊位", ["harbour-2"]),
        ("为贯彻落实", ["harbour-1", "harbour-2"]),
    ],
)
def test_a_sentence_speaks_for_the_thing_of_its_section(harbour: Built, begins: str, programmes: list[str]) -> None:
    assert of(harbour, begins) == programmes


def test_each_is_asked_by_its_own_name(harbour: Built) -> None:
    assert "5年" in harbour.ask("船员实训基地的有效期几年？").answer
    assert "12人" in harbour.ask("远洋工作站要多少专职研究人员？").answer


def test_a_misspelt_name_is_mended_though_its_parts_are_words() -> None:
    sounds = {"实": ("shi",), "时": ("shi",), "事": ("shi",), "训": ("xun",)}
    speller = Speller(
        ("船员实训基地", "实训"), lambda word: word in ("船员", "基地"), lambda char: sounds.get(char, (char,))
    )
    assert speller.long_words("船员时训基地几年") == "船员实训基地几年"
    assert speller.long_words("船员培训基地几年") == "船员培训基地几年"
    assert speller.long_words("时训几年") == "时训几年"


def test_the_longer_word_that_begins_a_character_later_is_what_is_misspelt() -> None:
    sounds = {"搞": ("gao",), "高": ("gao",), "中": ("zhong",), "终": ("zhong",), "器": ("qi",), "期": ("qi",)}
    readings = lambda char: sounds.get(char, (char,))  # noqa: E731
    speller = Speller(("高中", "中期评审"), lambda word: False, readings)
    assert speller.mend("要搞中器评审", ("搞中器",)) == "要搞中期评审"
    assert speller.mend("由搞中办", ("搞中",)) == "由高中办"
