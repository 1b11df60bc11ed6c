"""Which documents change which: by the catalogue, and by the titles of made-up notices."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.guideline.document import Guideline
from assistant.programmes.extract import extract
from assistant.reading.catalogue import BadCatalogue
from assistant.reading.library import read_folder

LAMP = "关于组织申报灯塔实践基地的通知\n岭教函〔2025〕7号\n各高校：\n一、要求\n联合申报单位不超过5家。\n岭南市教育局\n2025年3月1日\n"
BRIDGE = "关于组织申报石桥共同体和云帆学院的通知\n岭工函〔2025〕8号\n各企业：\n一、要求\n石桥共同体的联合申报单位不超过3家。\n岭南市工信局\n2025年3月2日\n"
OTHER = "关于组织申报海港实验室的通知\n各高校：\n一、要求\n联合申报单位不超过9家。\n岭南市科技局\n2025年9月1日\n"


def later(title: str, *lines: str) -> str:
    return "\n".join((title, "各有关单位：", *lines, "岭南市教育局", "2025年4月1日", ""))


def folder(at: Path, catalogue: str = "", **files: str) -> dict[str, Guideline]:
    (at / "sources").mkdir(exist_ok=True)
    for name, text in files.items():
        (at / "sources" / f"{name}.txt").write_text(text, "utf-8")
    (at / "catalogue.toml").write_text(catalogue, "utf-8")
    read, failed = read_folder(at)
    assert not failed
    return {g.id: g for g in read}


def entry(name: str, *amends: str) -> str:
    return f'[[document]]\nfile = "{name}.txt"\namends = [{", ".join(repr(a) for a in amends)}]\n'


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于调整《关于组织申报灯塔实践基地的通知》的通知", ()),
        ("《关于组织申报灯塔实践基地的通知》的补充通知", ()),
        ("关于岭教函〔2025〕7号文件的更正", ()),
        ("关于延长灯塔实践基地申报时间的通知", ("《关于组织申报灯塔实践基地的通知》（岭教函〔2025〕7号）印发后，",)),
    ],
)
@pytest.mark.parametrize("name", ["a", "z"])
def test_a_title_says_what_it_changes_whatever_the_order_of_files(
    tmp_path: Path, title: str, lines: tuple[str, ...], name: str
) -> None:
    held = folder(tmp_path, m=LAMP, n=OTHER, **{name: later(title, *lines, "截止时间延长至2025年7月1日。")})
    assert held[name].entry.amends == ("m",)
    assert held[name].programmes == ()
    assert [p.id for p in held[name].also] == ["m"]
    assert [p.id for p in held["m"].programmes] == ["m"]
    assert held["n"].also == ()


@pytest.mark.parametrize(
    "title",
    [
        "关于组织申报远山基地的通知",  # a notice of its own
        "关于印发《关于组织申报灯塔实践基地的通知》（修订）的通知",  # issued anew, not changed in places
        "关于调整《关于组织申报蓝湾实践基地的通知》的通知",  # changes a document that is not here
        "关于调整专家库的通知",
    ],
)
def test_other_titles_change_nothing(tmp_path: Path, title: str) -> None:
    held = folder(tmp_path, a=LAMP, b=later(title, "根据《关于组织申报灯塔实践基地的通知》，通知如下。"))
    assert held["b"].entry.amends == () == held["b"].also
    assert [p.id for p in held["b"].programmes] == ["b"]


def test_an_earlier_notice_changes_no_later_one(tmp_path: Path) -> None:
    early = later("关于调整《关于组织申报灯塔实践基地的通知》的通知").replace("2025年4月1日", "2024年4月1日")
    assert folder(tmp_path, a=LAMP, b=early)["b"].entry.amends == ()


def test_a_title_that_two_documents_have_is_nobodys(tmp_path: Path) -> None:
    late = later("关于调整《关于组织申报灯塔实践基地的通知》的通知")
    assert folder(tmp_path, a=LAMP, c=LAMP.replace("7号", "9号"), b=late)["b"].entry.amends == ()


def test_a_chain_reaches_the_first(tmp_path: Path) -> None:
    held = folder(tmp_path, entry("b", "a") + entry("c", "b"), a=LAMP, b=later("通知二"), c=later("通知三"))
    assert [p.id for p in held["c"].also] == ["a"]
    assert held["c"].entry.amends == ("b",)


def test_a_document_may_change_one_and_found_another(tmp_path: Path) -> None:
    both = entry("b", "a") + '[[programme]]\nid = "q"\ndocument = "b"\nnames = ["云帆学院"]\n'
    text = later("通知二", "一、要求", "联合申报单位不超过2家。", "灯塔实践基地的联合申报单位不超过8家。")
    held = folder(tmp_path, both, a=LAMP, b=text)
    assert [p.id for p in held["b"].programmes] == ["q"]
    assert [p.id for p in held["b"].also] == ["a"]
    assert [s.programmes for s in extract((held["b"],)) if s.attribute == "count"] == [("q",), ("a",)]


def test_of_two_programmes_a_sentence_speaks_of_the_one_it_names(tmp_path: Path) -> None:
    text = later("通知二", "石桥共同体的联合申报单位不超过6家。", "联合申报单位不得为协会。")
    held = folder(tmp_path, entry("b", "a"), a=BRIDGE, b=text)
    told = extract((held["b"],))
    assert [s.programmes for s in told if s.attribute == "count"] == [("a-1",)]
    assert [p.annex for p in held["b"].also] == ["", ""]


@pytest.mark.parametrize(
    ("catalogue", "why"),
    [
        (entry("b", "nowhere"), "'nowhere'"),
        (entry("a", "b") + entry("b", "a"), "amends itself"),
        ('[[document]]\nfile = "b.txt"\namends = "a"\n', "not a list"),
    ],
)
def test_a_wrong_catalogue_is_one_sentence(tmp_path: Path, catalogue: str, why: str) -> None:
    with pytest.raises(BadCatalogue, match=why):
        folder(tmp_path, catalogue, a=LAMP, b=later("通知二"))


def test_what_it_changes_may_be_missing(tmp_path: Path) -> None:
    """Described, but its file is not here: the later document speaks of nothing."""
    held = folder(tmp_path, entry("a") + entry("b", "a"), b=later("通知二", "联合申报单位不超过6家。"))
    assert (held["b"].programmes, held["b"].also, held["b"].entry.amends) == ((), (), ())
