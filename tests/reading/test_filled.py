"""Texts broken at one width: what fills the line goes on, what does not has ended."""

from __future__ import annotations

from assistant.guideline.clause import Clause
from assistant.reading.corrections import Reviewed
from assistant.reading.extracted import Extracted
from assistant.reading.library import clauses_in

WIDE = 22


def broken(*paragraphs: str, indent: str = "") -> str:
    """The paragraphs as a typist breaks them, WIDE characters a line."""
    lines = []
    for paragraph in paragraphs:
        whole = indent + paragraph
        lines += [whole[i : i + WIDE] for i in range(0, len(whole), WIDE)]
    return "\n".join(lines)


def read(text: str) -> tuple[Clause, ...]:
    return clauses_in("d", Extracted(text), Reviewed())


def texts(text: str) -> list[str]:
    return [c.text for c in read(text)]


TITLE = "甲市商务局关于开展夜市摊位评选工作的通知"
FIRST = "一、评选范围"
STALLS = "（一）每个街区最多推荐十个摊位参加评选，其中小吃摊位不得少于四个，手作摊位不得少于两个，其余类别由街区自行确定后上报。"
RETURNED = (
    "（二）推荐表应于九月三十日前由街区管理办公室统一汇总送至市商务局流通处，过期送达的一律不再接收，已送材料不予退还。"
)
ENDED = (
    "（三）评选结果将在市商务局网站公开公示七天。公示期间有异议的可以来信反映。来信应当写明真实姓名，匿名来信不作处理。"
)
LAST = "本通知由市商务局负责解释并自印发之日起施行，此前印发的有关夜市摊位评选的通知同时停止执行，特此通知。"


def test_a_sentence_cut_at_the_margin_is_whole_even_where_its_first_line_looks_like_a_heading() -> None:
    found = texts(broken(TITLE, "各街区：", FIRST, STALLS, RETURNED, ENDED, LAST))

    assert STALLS in found
    assert RETURNED in found


def test_a_sentence_that_ends_at_the_margin_ends_no_paragraph() -> None:
    found = texts(broken(TITLE, "各街区：", FIRST, STALLS, RETURNED, ENDED, LAST))

    assert ENDED[WIDE - 1] == "。"
    assert ENDED in found


def test_an_indent_begins_a_paragraph_where_paragraphs_are_indented() -> None:
    first = "每个街区最多推荐十个摊位参加评选，其中小吃摊位不得少于四个。"
    exact = first[:19] + "。"
    found = texts(broken(TITLE, "各街区：", STALLS, RETURNED, ENDED, exact, LAST, indent="　　"))

    assert exact in found
    assert LAST in found


def test_a_line_that_stops_short_has_ended_without_a_stop() -> None:
    found = texts(broken(TITLE, "各街区：", FIRST, STALLS, RETURNED, "摊位名单", LAST))

    assert "摊位名单" in found
    assert LAST in found


def test_lines_of_no_common_width_are_paragraphs_of_their_own() -> None:
    lines = (TITLE, "各街区：", FIRST, STALLS, RETURNED, "一条很长的说明不在任何一处断行并且没有句号", LAST)

    assert list(lines[3:]) == texts("\n".join(lines))[3:]
