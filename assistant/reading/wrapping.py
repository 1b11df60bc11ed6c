"""Physical lines joined into the paragraphs that they were wrapped from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.filled import TERMINAL, Page, width
from assistant.reading.labels import Label, Style, label_of, unified
from assistant.reading.lines import Line
from assistant.reading.mapped import Mapped
from assistant.reading.spacing import glue

_GOES_ON = "，、,"
_PAIR = re.compile("[（(《“][^（）()《》“”]*$")
_KEYED = re.compile("[A-Z]?[\u4e00-\u9fff]{2,8}[:：]")
_DATE = re.compile(
    r"(?:\d{4}|[二〇○零一三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_GUIDANCE = re.compile(r"[（(].*[)）]")
_FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,2}\]")
_PERSON = re.compile("[\u4e00-\u9fff]{2,4}\\s?1\\d{10}")
# What ends with a number or an address is told of somebody; the next line tells of somebody else.
_REACHED = re.compile(r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)\d{3,4}-?\d{7,8}|https?://[!-~]+)$", re.ASCII)
_OF_WHOM = re.compile("[^，。；：:]{2,24}[：:]")
_BEGINS = re.compile(
    r"[^，。；：:\s]{0,10}(?:地址|电话|邮箱|传真|联系人|网址|邮编|技术支持)(?:[（(][^（）()]{1,12}[）)])?[：:]"
    r"|本(?:通知|办法|指南|公告|细则|方案)(?:由|自|有效期)"
)
_TAIL = 80  # characters of an address
_OPEN = "，、,；;和及与或的至到为：:"
_EXPLAINS = re.compile("(?:填写|填报|填表|编写)?(?:说明|须知|要求)(?:和要求|与要求)?[:：]?")
_CASES = re.compile("(?:下列|以下|如下|之一)[^。：:]{0,20}[：:][^。]*；$")
_LEANS = "将和与及或的在对为把由从向并以按是"
_TRAILS = "的，、；。）"
_JOINS = "和及与或"
_CLOCK = re.compile(r"\d[:：]$")  # "9:" with "00开放" on the next line
_CAPTION = 20  # characters of an article that may be nothing but its heading
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or item before it has its place in the tree."""

    text: Mapped
    label: Label | None
    page: int | None
    level: int
    last: float
    filled: bool = False
    flush: bool = False

    @property
    def words(self) -> str:
        """The joined text."""
        return self.text.text


def is_date(text: str) -> bool:
    """Whether the line is a date and nothing else."""
    return _DATE.fullmatch(text) is not None


def is_explanation(text: str) -> bool:
    """Whether the line heads the instructions of a form: 说明, 填写说明和要求."""
    return _EXPLAINS.fullmatch(text.replace(" ", "")) is not None


def blocks_of(lines: tuple[Line, ...], page: Page, last: dict[Style, int]) -> tuple[Block, ...]:
    """The lines, none of a table, joined where the paragraph goes on. `last` are the last numbers of each style of
    label so far, kept up to date: a list goes on below a table."""
    found: list[Block] = []
    for i, line in enumerate(lines):
        label = label_of(line.words)
        expected = label is not None and label.numbers[-1] in (1, last.get(label.style, 0) + 1)
        after = lines[i + 1].words if i + 1 < len(lines) else ""
        if found and _goes_on(found[-1], line, label if expected else None, label is not None, after, page):
            block = found[-1]
            person = _PERSON.fullmatch(line.words) is not None
            text = block.text.then(line.text, " " if person else glue(block.words, line.words))
            found[-1] = Block(
                text, block.label, block.page, block.level, width(line.words), page.filled(line), page.flush(line)
            )
            continue
        if label is not None:
            last[label.style] = label.numbers[-1]
        found.append(_block(line, label, page))
    return tuple(found)


def _block(line: Line, label: Label | None, page: Page) -> Block:
    text = line.text
    if label is not None:
        text = text.spelled(unified(text.text[: label.end]) + text.text[label.end :])
    return Block(text, label, line.page, line.level, width(line.words), page.filled(line), page.flush(line))


def _goes_on(block: Block, line: Line, label: Label | None, labelled: bool, after: str, page: Page) -> bool:
    """Whether the line continues the block. `label` is its label where the numbering expects it."""
    before, words, full = block.words, line.words, page.usual
    if line.level or block.level or label is not None or len(before) > _LONGEST:
        return False
    if is_date(before) or is_date(words) or _FOOTNOTE.match(words) or "__" in before + words:
        return False
    if is_explanation(words) or (_KEYED.match(words) and _KEYED.match(before)):
        return False
    if _REACHED.search(before[-_TAIL:]) and _OF_WHOM.match(words) or _BEGINS.match(words) and before[-1] not in _OPEN:
        return False
    if _PERSON.fullmatch(words) and before.startswith("联系人"):
        return True
    if (words[0] in _TRAILS or words[0] in _JOINS and not line.gap) and before[-1] not in TERMINAL:
        return True
    if _CLOCK.search(before) and words[:2].isdigit():
        return True
    opened = _PAIR.search(before)
    if opened and len(before) - opened.start() < 120:
        return True
    if _GUIDANCE.fullmatch(words) and len(words) > 4:
        return False
    if before[-1] in _GOES_ON:
        return True
    if before[-1] == "；" and not labelled and _CASES.search(before):
        return True
    if before[-1] == "；" and _KEYED.match(before) and not line.gap and words[-1] not in TERMINAL and not labelled:
        return True
    if page.indented and line.indent >= 1.5:
        return False
    if block.filled and not labelled:
        return block.flush and not line.gap or before[-1] not in TERMINAL
    if before[-1] in TERMINAL or (labelled and block.last < full - 4):
        return False
    if _heads(block):
        return _heading_goes_on(block, words, after, full)
    return block.last >= min(max(full - 4, 16.0), 22.0)


def _heads(block: Block) -> bool:
    """Whether the block may be a heading on a line of its own so far."""
    words = block.words
    if block.label is not None and block.label.style == "article" and len(words) > _CAPTION:
        return False
    return block.label is not None and not re.search("[。；]", words) and len(words) <= 60 and words[-1] not in _LEANS


def _heading_goes_on(block: Block, words: str, after: str, full: float) -> bool:
    short = words[-1] not in TERMINAL and "。" not in words and width(words) < full - 4
    if short and (len(words) <= 4 or (len(after) > len(words)) or label_of(after) is not None):
        return block.last >= min(full * 0.75, 18.0)
    return full - 2.5 <= block.last <= full + 2
