"""A later notice that amends an earlier one: which statement holds, for which programme, and which is superseded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.guideline.statement import Statement
from assistant.guideline.values import Day, Quantity
from assistant.indexing import read
from assistant.store import Texts, load, save

TITLE = "关于组织申报灯塔实践基地的通知"
LAMP = [
    TITLE, "岭教函〔2025〕7号", "各高校：", "一、申报条件", "（一）牵头单位应为本科高校。",
    "（二）联合申报单位不超过5家，其中企业不少于2家。", "（三）申报材料须加盖公章。", "二、时间要求",
    "请于2025年5月15日前报送。", "三、联系方式", "联系人：王红，电话：0571-12345678。", "岭南市教育局", "2025年3月1日",
]  # fmt: skip
BRIDGE = [
    "关于组织申报“石桥共同体”和“云帆学院”的通知", "岭工函〔2025〕8号", "各企业：", "一、石桥共同体",
    "联合申报单位不超过5家。", "牵头单位应为本科高校。", "二、云帆学院", "联合申报单位不超过5家。",
    "牵头单位应为本科高校。", "岭南市工信局", "2025年3月2日",
]  # fmt: skip


def change(*lines: str, title: str = TITLE, day: str = "2025年4月1日") -> list[str]:
    return [f"关于调整《{title}》的通知", "各有关单位：", *lines, "岭南市教育局", day]


def texts(at: Path, catalogue: str = "", **files: list[str]) -> Texts:
    (at / "sources").mkdir(exist_ok=True)
    for name, lines in files.items():
        (at / "sources" / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (at / "catalogue.toml").write_text(catalogue, "utf-8")
    return read(at)


def figure(said: Statement) -> object:
    match said.value:
        case Quantity() as q:
            return said.operator, int(q.interval.high or q.interval.low or 0)
        case Day() as d:
            return d.month, d.day
    return tuple(u.words for u in said.units) or said.value


def told(statements: tuple[Statement, ...], *attributes: str) -> list[tuple[str, object, tuple[str, ...], str]]:
    kept = [s for s in statements if s.attribute in attributes]
    return sorted((s.attribute, figure(s), s.programmes, s.quote.clause.document) for s in kept)  # type: ignore[type-var]


BEFORE = [
    ("count", ("max", 5), ("m",), "m"),
    ("count", ("min", 2), ("m",), "m"),
    ("deadline", (5, 15), ("m",), "m"),
    ("seal", "加盖公章", ("m",), "m"),
    ("unit", ("本科高校",), ("m",), "m"),
]
ALL = ("count", "deadline", "seal", "unit")
CHANGES = [
    ("联合申报单位数量由不超过5家调整为不超过8家。", BEFORE[0], ("count", ("max", 8), ("m",), "z")),
    ("联合申报单位不超过8家。", BEFORE[0], ("count", ("max", 8), ("m",), "z")),
    ("将第一条第（二）项中的“不超过5家”修改为“不超过8家”。", BEFORE[0], ("count", ("max", 8), ("m",), "z")),
    ("申报截止时间由5月15日延长至6月20日。", BEFORE[2], ("deadline", (6, 20), ("m",), "z")),
    ("请于2025年6月20日前报送申报材料。", BEFORE[2], ("deadline", (6, 20), ("m",), "z")),
    ("第二条修改为：“请于2025年6月20日前报送。”", BEFORE[2], ("deadline", (6, 20), ("m",), "z")),
    ("牵头单位应为职业院校。", BEFORE[4], ("unit", ("职业院校",), ("m",), "z")),
    ("将“本科高校”修改为“职业院校”。", BEFORE[4], ("unit", ("职业院校",), ("m",), "z")),
    ("删去“申报材料须加盖公章”。", BEFORE[3], None),
    ("删去第一条第（三）项。", BEFORE[3], None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "old", "new"), CHANGES, ids=[c[0] for c in CHANGES])
@pytest.mark.parametrize("name", ["z", "a"])  # before or after the notice in the folder
def test_one_statement_gives_way_and_the_others_stay(
    tmp_path: Path, line: str, old: tuple[object, ...], new: tuple[object, ...] | None, name: str
) -> None:
    held = texts(tmp_path, m=LAMP, **{name: change(line)})
    wanted = [s for s in BEFORE if s != old] + ([(*new[:3], name)] if new else [])
    assert told(held.statements, *ALL) == sorted(wanted)  # type: ignore[type-var]
    assert told(held.former, *ALL) == [old]
    moved = old[0] == "deadline"
    (programme,) = (p for g in held.guidelines for p in g.programmes)
    assert programme.deadline == (date(2025, 6, 20) if moved else None)


def test_without_the_amendment_everything_holds(tmp_path: Path) -> None:
    held = texts(tmp_path, m=LAMP)
    assert told(held.statements, *ALL) == BEFORE
    assert (held.former, held.amendments) == ((), ())


@pytest.mark.parametrize(
    "line",
    [
        "请于2025年4月20日前反馈意见。",  # another day of another act
        "联合申报单位数量由不超过6家调整为不超过8家。",  # changes a figure that is not there
        "将“不超过7家”修改为“不超过8家”。",
        "鼓励联合申报单位不超过8家。",
        "其中，医药领域的牵头单位应为职业院校。",  # a case of its own
        "第九条修改为：“牵头单位可为企业。”",
        "联系人：李蓝，电话：0571-87654321。",
    ],
)
def test_what_says_something_else_supersedes_nothing(tmp_path: Path, line: str) -> None:
    held = texts(tmp_path, m=LAMP, z=change(line))
    kept = [s for s in told(held.statements, *ALL) if s[3] == "m"]
    assert sorted(kept) == BEFORE  # type: ignore[type-var]
    assert [p.deadline for g in held.guidelines for p in g.programmes] == [None]


def test_an_unrelated_later_notice_changes_nothing(tmp_path: Path) -> None:
    other = [line.replace("灯塔实践基地", "海港实验室").replace("7号", "9号").replace("5家", "8家") for line in LAMP]
    held = texts(tmp_path, m=LAMP, z=[*other[:-1], "2025年9月1日"])
    assert [s for s in told(held.statements, *ALL) if s[3] == "m"] == BEFORE
    assert (held.former, held.amendments) == ((), ())


@pytest.mark.parametrize(
    "line",
    [
        "石桥共同体的联合申报单位不超过8家。",
        "石桥共同体的联合申报单位数量由不超过5家调整为不超过8家。",
        "石桥共同体部分的“联合申报单位不超过5家”修改为“联合申报单位不超过8家”。",
        "将第一条中的“不超过5家”修改为“不超过8家”。",
    ],
)
def test_of_two_programmes_only_the_one_named_is_changed(tmp_path: Path, line: str) -> None:
    held = texts(tmp_path, m=BRIDGE, z=change(line, title=BRIDGE[0]))
    assert told(held.statements, "count") == [
        ("count", ("max", 5), ("m-2",), "m"),
        ("count", ("max", 8), ("m-1",), "z"),
    ]
    assert told(held.former, "count", "unit") == [("count", ("max", 5), ("m-1",), "m")]
    assert told(held.statements, "unit") == [
        ("unit", ("本科高校",), ("m-1",), "m"),
        ("unit", ("本科高校",), ("m-2",), "m"),
    ]


def test_a_rule_for_both_falls_for_the_one_that_is_changed(tmp_path: Path) -> None:
    both = [*BRIDGE[:3], "一、要求", "联合申报单位不超过5家。", *BRIDGE[-2:]]
    held = texts(tmp_path, m=both, z=change("云帆学院的联合申报单位不超过8家。", title=BRIDGE[0]))
    assert told(held.statements, "count") == [
        ("count", ("max", 5), ("m-1",), "m"),
        ("count", ("max", 8), ("m-2",), "z"),
    ]
    assert told(held.former, "count") == [("count", ("max", 5), ("m-2",), "m")]


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("将“不超过5家”修改为“不超过8家”。", "将“不超过8家”修改为“不超过10家”。"),
        ("联合申报单位不超过8家。", "联合申报单位数量由不超过8家调整为不超过10家。"),
        ("联合申报单位不超过8家。", "将“联合申报单位不超过8家”修改为“联合申报单位不超过10家”。"),
    ],
)
@pytest.mark.parametrize("names", [("b", "c"), ("c", "b")])
def test_a_chain_ends_with_the_last(tmp_path: Path, second: str, third: str, names: tuple[str, str]) -> None:
    b, c = names
    catalogue = "".join(f'[[document]]\nfile = "{n}.txt"\namends = ["{o}"]\n' for n, o in ((b, "m"), (c, b)))
    held = texts(tmp_path, catalogue, m=LAMP, **{b: change(second), c: change(third, day="2025年4月9日")})
    assert told(held.statements, "count") == [("count", ("max", 10), ("m",), c), ("count", ("min", 2), ("m",), "m")]
    assert ("count", ("max", 5), ("m",), "m") in told(held.former, "count")
    (card,) = held.cards
    gone = {p.statement.quote.clause.document: p.replaced for p in card.former("partner_count")}
    assert {q.clause.document for q in gone.values() if q} == {c}


def test_of_two_that_amend_one_document_the_later_holds(tmp_path: Path) -> None:
    last = change("联合申报单位不超过9家。", day="2025年6月1日")
    held = texts(tmp_path, m=LAMP, a=last, z=change("联合申报单位不超过8家。"))
    assert told(held.statements, "count") == [("count", ("max", 9), ("m",), "a"), ("count", ("min", 2), ("m",), "m")]


def test_a_card_shows_what_holds_and_keeps_what_held(tmp_path: Path) -> None:
    (tmp_path / "programmes").mkdir()
    point = (
        '[[point]]\nfacet = "partner_count"\nquote = "联合申报单位不超过5家"\nrole = "joint"\n'
        'number = { max = 5, unit = "家" }\n[[point]]\nfacet = "task"\nquote = "加盖公章"\n'
    )
    head = 'programme = "m"\nchecked_by = "maintainers"\nchecked_on = 2026-11-20\nsilent = ["copies"]\n'
    (tmp_path / "programmes" / "m.toml").write_text(head + point, "utf-8")
    lines = ("联合申报单位不超过8家。", "删去“申报材料须加盖公章”。", "纸质材料一式3份。")
    held = texts(tmp_path, m=LAMP, z=change(*lines))
    (card,) = held.cards
    assert [(p.standing, p.statement.quote.text) for p in card.of("partner_count")] == [
        ("extracted", "联合申报单位不超过8家")
    ]
    (old,) = card.former("partner_count")
    assert (old.standing, old.statement.quote.text) == ("accepted", "（二）联合申报单位不超过5家")
    assert old.replaced
    assert old.replaced.text == "联合申报单位不超过8家"
    assert [p.statement.quote.text for p in card.former("task", "seal")] == ["加盖公章", "（三）申报材料须加盖公章"]
    assert card.of("task", "seal") == ()
    assert [p.statement.quote.text for p in card.of("copies")] == ["纸质材料一式3份"]
    assert card.silent == frozenset()


def test_it_is_kept_in_the_store(tmp_path: Path) -> None:
    held = texts(tmp_path, m=LAMP, z=change(*(line for line, _, new in CHANGES[2:3] + CHANGES[3:4] + CHANGES[8:9])))
    assert len(held.amendments) == 3
    assert any(a.reads for a in held.amendments)
    save(tmp_path, held)
    assert load(tmp_path) == held
