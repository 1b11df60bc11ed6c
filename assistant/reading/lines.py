"""The physical lines of a source, without page furniture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from assistant.reading.columns import is_drawn, with_tabs
from assistant.reading.furniture import is_rule, notes_after, page_numbers
from assistant.reading.mapped import Mapped
from assistant.reading.spacing import tidy

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]{0,60}\]")
_PAGE = re.compile(
    r"[-—–―－·~一\s]+\d{1,4}[-—–―－·~一\s]+|第\s*\d+\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?|"
    r"Page\s*\d+(?:\s*of\s*\d+)?|\d{1,4}\s*/\s*\d{1,4}",
    re.I,
)
_TICK = re.compile(r"(?<![^\s)）□])口(?=\s*[\u4e00-\u9fff])(?!\s*[径岸头语号腔味罩碑粮感才吻令技试述服音])")
_SUN = re.compile(r"(?<=月)(\s*(?:\d{1,2})?\s*)曰")
_BARE = re.compile(r"\d{1,4}")
_BIT = (
    r"(?:您?(?:现在的|当前的?|所在)?位置\s*[:：].*|(?:网站)?首页(?:\s*[>›»|/].*)?|网站导航|导航|返回(?:顶部|首页|列表)|"
    r"【?(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏|复制链接|我要纠错|登录|注册|繁[體体](?:版)?|简体(?:版)?)】?|"
    r"分享(?:到|至)\s*[:：]?.{0,30}|分享|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]\s*\d*\s*次?|"
    r"(?:信息|文章|稿件)?(?:来源|作者|编辑|责任编辑)\s*[:：].{0,30}|【?(?:字体|字号)\s*[:：].{0,20}|扫一扫.{0,30}|"
    r"(?:上|下)一[篇条](?:\s*[:：].{0,60})?|相关(?:附件下载|链接|文章|阅读)(?:\s*[:：].{0,80})?|设为首页.{0,10}|"
    r"版权所有(?:\s*[:：©].{0,80})?|.{0,20}ICP备.{0,30}|(?:发布|更新)(?:时间|日期)\s*[:：]\s*\d{4}.{0,80}|"
    r"阅读\s*\d+万?\+?|在看(?:\s*\d+)?|点?赞(?:\s*\d+)?|喜欢(?:此内容的人还喜欢)?|"
    r"(?:[\u4e00-\u9fff]{2,16}\s*)?\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*发表于.{2,4})?|"
    r"网站地图.{0,20}|无障碍(?:阅读|浏览|版)?)"
)
_WEB = re.compile(rf"{_BIT}(?:[\s|｜]*{_BIT})*")
_MENU = re.compile(r"[\u4e00-\u9fff]{2,6}(?:(?:\s*[|｜]\s*|[\s\u3000]{2,})[\u4e00-\u9fff]{2,6}){3,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `raw` keeps its tabs, `text` is tidied; `gap` counts the blank lines before it.

    `level` is the heading level that a word processor gave it, 0 for none; `indent` the blank before it, in
    Chinese characters.
    """

    raw: Mapped
    text: Mapped
    gap: int = 0
    page: int | None = None
    level: int = 0
    indent: float = 0.0

    @property
    def words(self) -> str:
        """The tidied text."""
        return self.text.text


def lines_of(source: Mapped, wide: bool = True, levels: dict[int, int] | None = None) -> tuple[Line, ...]:
    """The lines that say something, in order. `levels` gives heading levels by physical line number."""
    paged = "\f" in source.text
    found: list[Line] = []
    gap, page = 0, 1
    edges: list[tuple[int, str]] = [
        *((m.start(), m.group()) for m in _BREAK.finditer(source.text)),
        (len(source.text), ""),
    ]
    rules: list[int] = []
    ends: list[int] = []
    feet = _feet(source, edges)
    starts = [0, *(end + len(mark) for end, mark in edges[:-1])]
    physical = with_tabs(
        [source.cut(start, end).without(_BOOKMARK) for start, (end, _) in zip(starts, edges, strict=True)]
    )
    for count, (whole, (_, mark)) in enumerate(zip(physical, edges, strict=True)):
        raw = _straight(whole.strip(" \u3000\xa0"))
        text = tidy(raw, wide)
        if not text.text:
            gap += 1
        elif count in feet or _PAGE.fullmatch(text.text) or _PAGE.fullmatch(raw.text):
            ends.append(len(found))
        elif is_rule(text.text) and not is_drawn(text.text):
            rules.append(len(found))
        elif is_drawn(whole.text) or _noise(raw.text, text.text):
            pass
        else:
            found.append(
                Line(raw, text, gap, page if paged else None, (levels or {}).get(count, 0), _indent(whole.text))
            )
            gap = 0
        page += mark == "\f"
    order = notes_after([line.words for line in found], rules, ends)
    return _without_running_heads([found[i] for i in order])


def _feet(source: Mapped, edges: list[tuple[int, str]]) -> frozenset[int]:
    """Which of the physical lines are page numbers without any mark."""
    starts = [0, *(end + len(mark) for end, mark in edges[:-1])]
    words = [source.text[a:b].strip() for a, (b, _) in zip(starts, edges, strict=True)]
    said = [i for i, text in enumerate(words) if text]
    return frozenset(said[i] for i in page_numbers([words[i] for i in said]))


def _indent(text: str) -> float:
    return sum(1.0 if c == "\u3000" else 0.5 for c in text[: len(text) - len(text.lstrip(" \u3000\xa0"))])


def _noise(raw: str, text: str) -> bool:
    """Whether the line is a button, a menu or a counter of a web page."""
    return "\t" not in raw and (_WEB.fullmatch(text) or _MENU.fullmatch(raw)) is not None


def _straight(raw: Mapped) -> Mapped:
    """The line with 口 read as a tick box where it begins an option of a form, and 曰 as 日 in a date."""
    if "曰" in raw.text:
        raw = raw.spelled(_SUN.sub(r"\1日", raw.text))
    if "。" in raw.text or "口" not in raw.text or len(raw.text) > 120:
        return raw
    return raw.spelled(_TICK.sub("□", raw.text))


def _without_running_heads(lines: list[Line]) -> tuple[Line, ...]:
    """Without bare page numbers and the head and foot lines that pages repeat, layer by layer."""
    pages = {line.page for line in lines}
    while len(pages) > 1:
        edge = {
            i
            for i, line in enumerate(lines)
            if i in (0, len(lines) - 1) or line.page != lines[i - 1].page or line.page != lines[i + 1].page
        }
        seen = Counter(lines[i].words for i in edge)
        gone = {
            i
            for i in edge
            if _BARE.fullmatch(lines[i].words) or (len(pages) > 2 and seen[lines[i].words] >= len(pages) - 1 > 1)
        }
        if not gone:
            break
        lines = [line for i, line in enumerate(lines) if i not in gone]
    return tuple(lines)
