"""What stands before and after the body: letterhead, number, title, signatures, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.filled import width
from assistant.reading.labels import label_of
from assistant.reading.lines import Line
from assistant.reading.wrapping import is_date, is_explanation

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[（(【]\s*[\dO]{4}\s*[〕\])）】]\s*第?\s*\d{1,5}\s*号")
_NOUN = re.compile(
    r"(?:通知|指南|办法|细则|公告|公示|意见|方案|规定|函|启事|通告|书|表|清单|报告|提纲|指标|目录|名单|模[版板]|承诺|协议|样式|"
    r"要求|标准|条件|说明|大纲|规程|规则|制度|要点|手册|计划|总结)(?:[（(〔][^（）()]{1,14}[)）〕])?[”》]?"
)
_ORGANISATION = re.compile(
    r".{2,40}(?:局|厅|部|委|委员会|中心|办公室|办|司|政府|公司|协会|学会|学院|大学|联合会|联合社|社|院|处|银行|组|联盟)(?:[（(][盖公]?章[)）])?"
)
# A title that says who issues what, and not on what: "某局公告", "某局文件", with the real one below the number.
_BARE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,30}(?:局|厅|部|委|委员会|中心|办公室|政府|协会|学会|联合会|学院|大学))?(?:公告|通告|通知|启事|函)"
)
_OPENER = re.compile(r"^(?:[\u4e00-\u9fff 　、]{0,40}(?:局|厅|部|委|委员会|办公室|政府|会)\s*)?(?:关于|转发|印发)")
_SUBTITLE = re.compile(r"[（(](?:试行|暂行|征求意见稿|修订|修订稿|\d{4}年.{0,6})[)）]")
_REACH = 25
_NEAR = 6  # lines below a bare title in which the real one begins
_LONG = 8  # characters of a title that no "关于" marks
_WRAPPED = 4  # lines that a title is wrapped over


@dataclass(frozen=True, slots=True)
class Front:
    """Where the title lines stand in the main text: lines[start:end]; before them is the letterhead."""

    start: int
    end: int


def ends_title(words: str) -> bool:
    """Whether the line ends as the titles of documents and forms end."""
    found = re.search(_NOUN.pattern + "$", words)
    return found is not None and not words.endswith("文件")


def front_of(lines: Sequence[Line]) -> Front:
    """The title of the main text; an empty span where none can be made out."""
    wrapped = _wrapped_title(lines)
    if wrapped is not None:
        return wrapped
    end = 0
    for i, line in enumerate(lines[:_REACH]):
        words = line.words
        if label_of(words) is not None or "。" in words:
            break
        if words[-1] in "：:" and i > 0:
            break
        if ends_title(words) and not NUMBER.fullmatch(words):
            end = i + 1
            while end < len(lines) and _SUBTITLE.fullmatch(lines[end].words):
                end += 1
            break
    below = _titled_below(lines, end)
    if below is not None:
        return below
    if not end:
        first = lines[0].words if lines else ""
        plain = bool(first) and width(first) <= 45 and label_of(first) is None and first[-1] not in "。：；，"
        return Front(0, 1 if plain else 0)
    start = next(i for i in range(end - 1, -1, -1) if not _SUBTITLE.fullmatch(lines[i].words))
    spaced = sum(1 for line in lines if line.gap) * 2 > len(lines)
    while start > 0 and _above(lines[start - 1], lines[start], spaced):
        start -= 1
    return Front(start, end)


def _wrapped_title(lines: Sequence[Line]) -> Front | None:
    """The title that begins with who passes on or issues what and is wrapped where no line of it ends as a title does,
    or one does that leaves its quotation marks open ("关于印发 / 《……办法 / （试行）》的通知", "……的通 / 知")."""
    for i, line in enumerate(lines[:_REACH]):
        words = line.words
        if label_of(words) is not None or "。" in words or words[-1] in "：:":
            return None
        if not _OPENER.search(words) or NUMBER.fullmatch(words):
            continue
        for stop in range(i + 1, min(i + _WRAPPED, len(lines)) + 1):
            joined = "".join(x.words for x in lines[i:stop])
            if "。" in joined or lines[stop - 1].words[-1] in "：:":
                return None
            if ends_title(joined) and joined.count("《") == joined.count("》"):
                torn = stop > i + 1 and not (ends_title(lines[stop - 1].words) and len(lines[stop - 1].words) > 2)
                opened = any(x.words.count("《") != x.words.count("》") for x in lines[i:stop])
                return Front(i, stop) if torn or opened else None
    return None


def _titled_below(lines: Sequence[Line], end: int) -> Front | None:
    """The title that stands below what looks like one: "关于……的公告" or "某市……申报指南" under "某局公告" and its number, or
    that of the notice that a few lines of somebody who passes it on stand over ("各位老师："); None where there is none."""
    bare = bool(end) and _BARE.fullmatch(lines[end - 1].words) is not None
    passed_on = (
        not end and bool(lines) and (lines[0].words[-1] in "：:" or NUMBER.fullmatch(lines[0].words) is not None)
    )
    if not bare and not passed_on:
        return None
    reach = range(end, min(end + _NEAR if bare else _REACH, len(lines)))
    for i in reach:
        words = lines[i].words
        if (
            passed_on
            and ends_title(words)
            and i + 1 < len(lines)
            and _opens(lines[i + 1].words)
            and len(words) >= _LONG
        ):
            return Front(i, i + 1)
        if bare and ends_title(words) and len(words) >= 2 * _LONG and not words.startswith("关于"):
            return Front(i, i + 1)
        if not re.match(r"[\u4e00-\u9fff]{0,30}关于", words) or "。" in words or words[-1] in "：:，,":
            continue
        for stop in range(i + 1, min(i + _WRAPPED, len(lines)) + 1):
            if "。" in lines[stop - 1].words or label_of(lines[stop - 1].words) is not None:
                break
            if ends_title(lines[stop - 1].words):
                return Front(i, stop)
    return None


def _opens(words: str) -> bool:
    """Whether the line opens the body of measures: "第一章", "第一条"."""
    label = label_of(words)
    return label is not None and label.style in ("part", "chapter", "article") and label.numbers == (1,)


def title_end(lines: Sequence[Line]) -> int:
    """How many of an annex's first lines are its title."""
    for i, line in enumerate(lines[:3]):
        words = line.words
        if (
            "\t" in line.raw.text
            or "__" in words
            or label_of(words) is not None
            or is_explanation(words)
            or (words[-1] in "。：；，:;)" and not ends_title(words))
            or words[0] in "（("
            or width(words) > 60
        ):
            return min(i, 1)
        if ends_title(words):
            return i + 1
    return 1 if lines else 0


def closing_at(lines: Sequence[Line]) -> int:
    """Where the signatures begin; len(lines) where there are none."""
    dates = [i for i, line in enumerate(lines) if is_date(line.words.replace(" ", ""))]
    if not dates:
        return len(lines)
    at = dates[-1]
    if any(label_of(line.words) for line in lines[at:]):
        return len(lines)
    while at > 0 and _signs(lines[at - 1]):
        at -= 1
    return at


def _above(line: Line, title: Line, spaced: bool) -> bool:
    words = line.words
    if (title.gap and not spaced) or title.words.startswith(("关于", "《")):
        return title.gap == 0 and _ORGANISATION.fullmatch(words) is not None and not NUMBER.search(words)
    if title.gap and len(title.words) > 12 and "关于" not in words:
        return False
    return not (NUMBER.search(words) or is_date(words) or words.endswith("文件") or re.match(r"附\s*件", words))


def _signs(line: Line) -> bool:
    words = line.words
    return (
        label_of(words) is None
        and width(words) <= 40
        and "：" not in words
        and ":" not in words
        and _ORGANISATION.fullmatch(words) is not None
    )
