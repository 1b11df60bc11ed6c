"""The parts of a document: the main text and its annexes, also those whose heading line was lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.reading.front import ends_title
from assistant.reading.labels import number
from assistant.reading.lines import Line
from assistant.reading.mapped import EMPTY, Mapped

Number = tuple[int, ...]

_DOT = r"\s*[.．\-－—]\s*"
_HAN = "一二三四五六七八九十"
_ANNEX = re.compile(
    rf"附\s*[件表]\s*((?:\d{{1,2}}|[{_HAN}]{{1,3}})(?:{_DOT}\d{{1,2}})*)?(?=[\s:：.．、]|$|[^\d）)])\s*[:：.．、]?\s*(.*)"
)
# What an annex or a notice appends to itself: "附1" on a line of its own or before a title.
_APPENDED = re.compile(rf"附\s?(\d{{1,2}}|[{_HAN}]{{1,2}})(?:\s*[:：]\s*|\s+|$)(.*)")
_LIST = re.compile(r"[-–—·•\s]*附\s*件\s*[:：]\s*(.*)")
_ENTRY = re.compile(r"[-–—·•\s]*(?:附件\s*)?(\d{1,2}(?:\s*[.．]\s*\d{1,2})*)\s*[.．、:：]?\s*(?=[^\d\s.．、])")
_SENTENCE = re.compile("[。；，!！]")
_TAIL = re.compile(r"[（(](?:提纲|模版|模板|试行|样表|样本|参考|格式|草案|暂行)[^（）()]{0,6}[)）]")


@dataclass(frozen=True, slots=True)
class Announced:
    """An entry of the list of annexes: its number, its title, its whole line."""

    number: Number
    title: str
    line: Mapped
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """The main text (number ()) or one annex: its heading line as printed, its lines, the annexes it announces.

    `announced_at` maps the position in `lines` where the announcement stood to its entries.
    """

    number: Number
    label: Mapped
    name: str
    lines: tuple[Line, ...]
    lists: tuple[tuple[int, tuple[Announced, ...]], ...] = field(default=())


def flat(text: str) -> str:
    """A title as two titles are compared: no white space, one kind of brackets."""
    return "".join(text.split()).translate(str.maketrans("()〈〉", "（）（）"))


def parts_of(lines: tuple[Line, ...]) -> tuple[Part, ...]:
    """The document cut at its annex headings."""
    announced: dict[str, Announced] = {}
    opened: set[Number] = set()
    parts: list[Part] = []
    label, name = EMPTY, ""
    numbers: Number = ()
    body: list[Line] = []
    lists: list[tuple[int, tuple[Announced, ...]]] = []

    def close() -> None:
        if body or label.text:
            parts.append(Part(numbers, label, name, tuple(body), tuple(lists)))

    at = 0
    while at < len(lines):
        entries, after = _list_at(lines, at)
        if entries:
            lists.append((len(body), entries))
            announced |= {flat(e.title): e for e in entries}
            at = after
            continue
        heading = _heading_at(lines, at, opened) or _appended_at(lines, at, numbers, opened)
        lost = announced.get(flat(lines[at].words))
        if heading is not None:
            close()
            numbers, label, title = heading
            name = "附件" + ".".join(map(str, numbers))
            body, lists = ([Line(title, title, 0, lines[at].page)] if title.text else []), []
            opened.add(numbers)
        elif lost is not None and lost.number and lost.number not in opened and not _titled(label, body):
            close()
            numbers, label, name = lost.number, EMPTY, "附件" + ".".join(map(str, lost.number))
            body, lists = [lines[at]], []
            opened.add(numbers)
        else:
            body.append(lines[at])
        at += 1
    close()
    return tuple(parts)


def _titled(label: Mapped, body: list[Line]) -> bool:
    """Whether an annex heading stands directly above: the line is then its title, whatever its number."""
    return bool(label.text) and not body


def _heading_at(lines: tuple[Line, ...], at: int, opened: set[Number]) -> tuple[Number, Mapped, Mapped] | None:
    """The annex number, its label and the title on the same line, where an annex begins here."""
    line = lines[at]
    match = _ANNEX.fullmatch(line.words)
    if not match or len(line.words) > 60 or _SENTENCE.search(line.words) or "\t" in line.raw.text.strip():
        return None
    printed = match.group(1)
    numbers = tuple(number(p.strip()) for p in re.split(_DOT, printed)) if printed else (1,)
    if at == 0 or numbers in opened:
        return None
    if printed is None and match.group(2):
        return None
    title_at = match.start(2) if match.group(2) else len(line.words)
    return numbers, line.text.cut(0, title_at).strip(" :：.．、"), line.text.cut(title_at)


def _appended_at(
    lines: tuple[Line, ...], at: int, within: Number, opened: set[Number]
) -> tuple[Number, Mapped, Mapped] | None:
    """As `_heading_at`, of what is appended to the main text or to the annex `within` which it stands."""
    line = lines[at]
    match = _APPENDED.fullmatch(line.words)
    if not match or at == 0 or _SENTENCE.search(line.words) or "\t" in line.raw.text.strip():
        return None
    if match.group(2) and not ends_title(match.group(2)):
        return None
    numbers = (*within[:1], number(match.group(1)))
    if numbers in opened:
        return None
    title_at = match.start(2) if match.group(2) else len(line.words)
    return numbers, line.text.cut(0, title_at).strip(" :："), line.text.cut(title_at)


def _list_at(lines: tuple[Line, ...], at: int) -> tuple[tuple[Announced, ...], int]:
    """The list of annexes that begins here, and the line after it."""
    words = lines[at].words
    match = _LIST.fullmatch(words)
    if match:
        offset = match.start(1) - (len(words) - len(words.lstrip("-–—·• ")))
    elif _numbered(words) and at + 1 < len(lines) and _numbered(lines[at + 1].words):
        offset = 0
    else:
        return (), at
    found: list[Announced] = []
    first = True
    while at < len(lines):
        text = lines[at].text.strip("-–—·• ")
        rest = text.cut(offset if first else 0)
        entry = _ENTRY.match(rest.text)
        if entry is None and not (first and rest.text):
            if first:
                first = False
                at += 1
                continue
            break
        if not first and _SENTENCE.search(rest.text):
            break
        numbers = tuple(int(p) for p in re.split(r"\s*[.．]\s*", entry.group(1))) if entry else (1,)
        title = rest.text[entry.end() :] if entry else rest.text
        line, at = text, at + 1
        if at < len(lines) and _TAIL.fullmatch(lines[at].words):
            line, title, at = line.then(lines[at].text), title + lines[at].words, at + 1
        label = text.text[: len(text) - len(rest) + (entry.end() if entry else 0)].strip()
        found.append(Announced(numbers, title.strip(), line, label))
        first = False
    return (tuple(found), at) if found else ((), at)


def _numbered(words: str) -> bool:
    match = _ANNEX.fullmatch(words)
    return bool(match and match.group(1) and match.group(2) and not _SENTENCE.search(words))
