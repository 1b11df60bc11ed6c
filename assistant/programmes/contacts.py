"""Persons, telephones, fax, e-mail, postal addresses and the offices they belong to."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.guideline.patterns import regex
from assistant.guideline.values import Contact
from assistant.programmes.numerals import half_width

_NAME = r"[\u4e00-\u9fff](?:[ \t]{0,4}[\u4e00-\u9fff·]){1,3}"
_LABEL = r"联\s{0,4}系\s{0,4}人|联络人|经办人|(?:业务|政策|技术|申报)?咨询(?:人)?|技术支持|联系方式"
_DIALS = (
    r"(?:\(?0\d{2,3}\)?\s?[-—–]\s?|\(0\d{2,3}\)|0\d{2,3})?\d{7,8}(?:[-转]\d{1,5})?"
    r"|0\d{2,3}-\d{4}[ ]\d{3,4}|1[3-9]\d{9}|400-?\d{3,4}-?\d{3,4}"
)
_TOKEN = regex(
    rf"(?P<email>[A-Za-z0-9._%+-]{{1,64}}[ ]?@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,4}})"
    rf"|(?P<faxl>传\s{{0,4}}真)\s*:?\s*(?P<fax>{_DIALS})?"
    rf"|(?P<person>(?:{_LABEL})\s*:\s*(?P<names>{_NAME}(?:[、/ ]\s?{_NAME}){{0,3}}))(?=[\s,;。、(\d]|$)"
    rf"|(?P<address>(?:邮寄|通讯|通信|联系|寄送|材料报送|报送|收件|办公)?地\s{{0,4}}址\s*:\s*(?P<where>[^。;\n]{{4,80}}))"
    rf"|(?P<sited>(?:{_LABEL})\s*:\s*(?P<site>[\u4e00-\u9fff]{{4,30}}(?:处|科|办|室|部|中心|司"
    rf"|局))[ \t](?P<called>{_NAME}))(?=[\s,;。、(\d]|$)"
    rf"|(?P<lone>(?:^|(?<=\s))(?P<name>[\u4e00-\u9fff](?:[ \t]?[\u4e00-\u9fff]){{1,2}})[ \t,]+)(?={_DIALS})"
    rf"|(?<![\d.@〕-])(?P<phone>{_DIALS})(?![\d年月日号元%.])",
    re.MULTILINE,
)
_OFFICE = regex(
    r"(?P<office>[\u4e00-\u9fffA-Za-z]{2,24}?(?:委员会|中心|办公室|秘书处|委|局|处|厅|部|科|司|协会|学院|大学|办))"
    r"\s*(?:\([^)]{0,20}\))?\s*[:,]?\s*$"
)
_LEAD = regex(r"^(?:[\s\S]*[,;。:、\s]|请?与|联系|寄送至|报送至|送至|寄至|以及)")
_PHONE_WORD = regex(
    r"(?:电\s{0,4}话|手\s{0,4}机|热\s{0,4}线|座机|拨打|致电|联系方式|tel|phone)[^\d。;]{0,8}$", re.IGNORECASE
)
_AFTER_NUMBER = regex(r"\d[、,/ ]{1,3}$")


def find_contacts(text: str) -> tuple[Contact, ...]:
    """The contacts of a clause, one for each person or office; a bare number counts only where a telephone is meant."""
    flat = half_width(text)
    if not any(c.isdigit() for c in flat) and "@" not in flat and "联" not in flat and "址" not in flat:
        return ()
    found: list[Contact] = []
    for match in _TOKEN.finditer(flat):
        if match["person"] or match["lone"]:
            name = re.sub(r"\s", "", match["names"] or match["name"])
            if name.endswith(("电话", "邮箱", "地址", "传真", "手机")):
                name = name[:-2]
            found.append(Contact(office=_office(flat, match.start()), person=name))
        elif match["sited"]:
            found.append(Contact(office=match["site"], person=re.sub(r"\s", "", match["called"])))
        elif match["phone"]:
            _phone(flat, match, found)
        elif match["fax"]:
            _put(found, "fax", match["fax"])
        elif match["email"]:
            _share(found, "email", match["email"].replace(" ", ""))
        elif match["address"]:
            _share(found, "address", match["where"].strip(" ,，"))
    return tuple(c for c in found if c != Contact(office=c.office))


def _phone(flat: str, match: re.Match[str], found: list[Contact]) -> None:
    value, start = match["phone"].replace(" ", ""), match.start()
    before = flat[max(0, start - 16) : start]
    named = bool(found and found[-1].person and not found[-1].phone)
    told = _PHONE_WORD.search(before) or named
    if re.fullmatch(r"\d{7,8}", value) and not told:
        return
    if found and found[-1].phone and _AFTER_NUMBER.search(before):
        found[-1] = replace(found[-1], phone=f"{found[-1].phone}、{value}")
    elif found and not found[-1].phone:
        found[-1] = replace(found[-1], phone=value)
    else:
        word = _PHONE_WORD.search(before)
        at = start - len(before) + word.start() if word else start
        found.append(Contact(office=_office(flat, at), phone=value))


def _put(found: list[Contact], field: str, value: str) -> None:
    if found:
        found[-1] = replace(found[-1], **{field: value})
    else:
        found.append(Contact(**{field: value}))


def _share(found: list[Contact], field: str, value: str) -> None:
    """An e-mail or postal address after several persons of one office is theirs together."""
    if not found or getattr(found[-1], field):
        found.append(Contact(**{field: value}))
        return
    office, i = found[-1].office, len(found) - 1
    while i >= 0 and found[i].office == office and not getattr(found[i], field):
        found[i] = replace(found[i], **{field: value})
        i -= 1


def _office(flat: str, at: int) -> str:
    before = re.split(r"[,;。\n]", flat[max(0, at - 40) : at].rstrip(" ,:的"))[-1]
    match = _OFFICE.search(before)
    return _LEAD.sub("", match["office"]) if match else ""
