"""Rules whose values stand in the items below: 申报单位应当是下列之一：（一）…；（二）…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span
from assistant.guideline.statement import Statement
from assistant.guideline.values import Modality, Role
from assistant.programmes.attribution import Names
from assistant.programmes.numerals import half_width
from assistant.programmes.unit_lists import UnitList, read_units

_LABEL = regex(r"^\s*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）.．、]|[①-⑳]|[-—•·])\s*")
_WHO = regex(
    r"(?P<no>不得|不能|不可|不予)?[^;。]{0,20}(?:下列|以下|如下)[^;。:]{0,24}(?:单位|主体|机构|条件|之一|类型|对象|组织)|(?:单位|主体"
    r"|对象)[^;。:]{0,10}(?:包括|如下|为|是)\s?:\s?$"
)
_ROLE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("joint", regex(r"联合(?:申报)?单位|参建单位|参与单位|协同单位|合作单位|成员单位|共建单位")),
    ("lead", regex(r"牵头|主持")),
    ("applicant", regex(r"申报|申请")),
)
_WANTS = regex(
    r"\s*(?:且|并|须|应|需|具有|具备|取得|获得|已|近|经|无|有|符合|成立|注册|登记|在[^,]{1,12}(?:登记|注册|备案))"
)
_PAPERS = regex(r"材料|附件(?:包括|为)")
_NO_NAME = regex(r"应当?(?!用)|须|不得|报送|负责|包括|不超过|一式|发送|:|的$|提交|上述|另附")
_GATHER = regex(r"材料(?:清单|要求)?$|^(?:申报|报送|提交|申请)[^,;。]{0,8}材料")


def find_listed_units(clause: Clause, children: tuple[Clause, ...], names: Names) -> Iterator[Statement]:
    """Kinds of unit listed as items under a clause that ends in a colon."""
    text = half_width(clause.text).rstrip()
    ends = text.endswith(":")
    if not ends or not children:
        return
    last = re.split(r"[。;]", text[:-1])[-1]
    role = next((r for r, p in _ROLE if p.search(last)), None)
    if role is None or not _WHO.search(last + ":"):
        return
    refused = bool(re.search(r"不得|不能|不可|不予", last))
    modality: Modality = "must_not" if refused else "may" if re.search(r"可以?", last) else "must"
    for child in children:
        label = _LABEL.match(child.text)
        start = label.end() if label else 0
        body = half_width(child.text)
        end = next((i for i in range(start, len(body)) if body[i] in ";。"), len(body))
        listed, further = _kinds(body[start:end])
        if listed.whole and not body[start:end].endswith("的"):
            yield Statement(
                names.at(clause, text, len(text)),
                "unit",
                role,
                listed.units,
                _LABEL.sub("", last).strip(),
                "excludes" if refused else "is",
                None,
                modality,
                modality != "may" and "等" not in last,
                (f"且{further}",) if further else (),
                span(child, start, end),
            )


def _kinds(item: str) -> tuple[UnitList, str]:
    """The units of an item, and what it wants of them behind its first comma ("省级行业协会，登记满5年")."""
    listed = read_units(item)
    comma = next(
        (m.start() for m in re.finditer(",", item) if item[: m.start()].count("(") == item[: m.start()].count(")")), 0
    )
    if listed.whole or not comma or not _WANTS.match(item[comma + 1 :]):
        return listed, ""
    return read_units(item[:comma]), item[comma + 1 :]


def find_listed_papers(clause: Clause, children: tuple[Clause, ...], names: Names) -> Iterator[Statement]:
    """Documents listed as items under 申报材料 or under "…材料包括："."""
    text = half_width(clause.text).rstrip()
    last = re.split(r"[。;\n]", text.rstrip(":"))[-1]
    gathers = (text.endswith(":") and _PAPERS.search(last)) or _GATHER.search(clause.heading)
    if not gathers:
        return
    for child in children:
        label = _LABEL.match(child.text)
        start = label.end() if label else 0
        body = half_width(child.text)
        end = next((i for i in range(start, len(body)) if body[i] in ";。,"), len(body))
        name = child.text[start:end].strip()
        if child.kind != "heading" and 2 < len(name) <= 60 and not _NO_NAME.search(half_width(name)):
            yield Statement(
                names.at(clause, text, len(text)), "material", "", (), name, "includes", name, "must", False, (),
                span(child, start, end),
            )  # fmt: skip
