"""Blocks, rows and fields put into their places in the clause tree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.guideline.clause import ClauseKind
from assistant.reading.fields import field_name, is_field, is_form, is_guidance, row_asks, row_name
from assistant.reading.filled import Page
from assistant.reading.grids import grid_rows
from assistant.reading.labels import RANK, Label, Style, label_of
from assistant.reading.lines import Line
from assistant.reading.points import has_points, points_of
from assistant.reading.runin import is_pure, leads_in, run_in
from assistant.reading.scrambled import Loose
from assistant.reading.tables import Row, rows_of
from assistant.reading.tree import Open, Tree
from assistant.reading.wrapping import Block, blocks_of, is_explanation

_FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,2}\]")
_CAPTION, _CAPTION_RANK = "caption", 9.0
_WORD_RANK = {1: 2.9, 2: 4.9, 3: 5.9}
_SIGNER = re.compile(r".{2,24}(?:名称)?\s?[（(](?:盖章|公章|签字|签章)[)）]")


def _name(words: str, label: Label, heading: str) -> str:
    """What a path calls an item: its label with its heading, or with the whole of a short sentence."""
    printed = words[: label.end].strip()
    body = heading or words[label.end :].strip().rstrip("。；：:;")
    gap = " " if label.style in ("part", "chapter", "section", "article") else ""
    return printed + gap + body if len(body) <= 30 or heading else printed


class Body:
    """Places what a part holds; `title` is the title of the part, `annex` whether it is one."""

    def __init__(self, tree: Tree, title: str, page: Page, annex: bool) -> None:
        self._tree = tree
        self._title = title
        self._page = page
        self._form = annex and is_form(title)
        self._floor = len(tree.stack)
        self._begun = False
        self._last: dict[Style, int] = {}

    def close_sections(self) -> None:
        """Back to the top of the part."""
        del self._tree.stack[self._floor :]

    def text(self, lines: tuple[Line, ...]) -> None:
        """Lines outside tables."""
        for block in blocks_of(lines, self._page, self._last):
            self._place(block)

    def _place(self, block: Block) -> None:
        words = block.words
        if _FOOTNOTE.match(words):
            self._rise()
            self._tree.add(self._tree.counted("n"), "note", block.text, words[0], page=block.page)
        elif is_explanation(words) and block.label is None:
            self.close_sections()
            self._open(
                block.text.text, self._tree.counted("s"), block, 0.5, "explains", (), "", words.rstrip("：:"), True
            )
        elif block.level and block.label is None:
            self._descend("word" + str(block.level), _WORD_RANK.get(block.level, 5.9), (), True)
            self._open(
                words,
                self._tree.counted("s"),
                block,
                _WORD_RANK.get(block.level, 5.9),
                f"word{block.level}",
                (),
                "",
                words,
                True,
            )
        elif block.label is not None:
            self._labelled(block, block.label)
        elif is_field(words, self._form, not self._begun):
            if _SIGNER.fullmatch(words):
                self.close_sections()
            heading = field_name(words) or (self._tree.top.heading if self._tree.top else "")
            self._tree.add(self._tree.counted("f"), "field", block.text, "", heading, self._title, block.page)
        else:
            self._rise()
            self._tree.add(self._tree.counted("p"), "paragraph", block.text, page=block.page)

    def _labelled(self, block: Block, label: Label) -> None:
        words = block.words
        self._begun = True
        pure = is_pure(words, label)
        printed = words[: label.end].strip()
        if label.style == "sheet" and self._within_a_section():
            self._caption(block, label)
            return
        heading = words[label.end :].strip() if pure else run_in(words, label)
        self._descend(label.style, RANK[label.style], label.numbers, pure)
        numbers = label.numbers if label.style == "levels" and not self._prefixed(label) else label.numbers[-1:]
        key = self._tree.below(".".join(map(str, numbers)))
        name = words if pure else _name(words, label, heading)
        self._open(name, key, block, RANK[label.style], label.style, label.numbers, printed, heading, pure)

    def _within_a_section(self) -> bool:
        """Whether a numbered section is open that is no sheet of a form: "表2" then only captions a table in it."""
        numbered = [o for o in self._tree.stack[self._floor :] if o.numbers and o.style != _CAPTION]
        return bool(numbered) and all(o.style != "sheet" for o in numbered)

    def _caption(self, block: Block, label: Label) -> None:
        """The caption of a table: its rows stand under it, and whatever is numbered next does not."""
        self._rise()
        words = block.words
        key = self._tree.below(f"t{label.numbers[-1]}")
        printed, heading = words[: label.end].strip(), words[label.end :].strip()
        self._open(words, key, block, _CAPTION_RANK, _CAPTION, label.numbers, printed, heading, False, "heading")

    def _open(
        self,
        name: str,
        key: str,
        block: Block,
        rank: float,
        style: str,
        numbers: tuple[int, ...],
        printed: str,
        heading: str,
        pure: bool,
        kind: ClauseKind | None = None,
    ) -> None:
        self._tree.add(key, kind or ("heading" if pure else "item"), block.text, printed, heading, "", block.page)
        self._tree.stack.append(Open(key, name, rank, style, numbers, pure, block.words, heading))

    def _prefixed(self, label: Label) -> bool:
        top = self._tree.top
        return top is not None and top.numbers == label.numbers[:-1]

    def _descend(self, style: str, rank: float, numbers: tuple[int, ...], pure: bool) -> None:
        """Close what the new label does not stand under."""
        stack, floor = self._tree.stack, self._floor
        if pure and style != "levels":
            for k in range(floor, len(stack)):
                if stack[k].style == "explains":
                    del stack[k:]
                    break
        same = next((k for k in range(floor, len(stack)) if stack[k].style == style), None)
        if style == "levels":
            above = next((k for k in range(floor, len(stack)) if stack[k].numbers == numbers[:-1]), None)
            if above is not None:
                del stack[above + 1 :]
                return
        if same is not None:
            del stack[same:]
            return
        first = numbers[-1:] == (1,) and len(stack) > floor and stack[-1].pure and style not in ("part", "chapter")
        while len(stack) > floor and stack[-1].rank >= rank and not first:
            stack.pop()

    def _rise(self) -> None:
        """A paragraph stands under the heading above it, not under a finished item; under an article it does."""
        stack = self._tree.stack
        while len(stack) > self._floor and not stack[-1].pure:
            if stack[-1].style == "article" or leads_in(stack[-1].text):
                break
            stack.pop()

    def grid(self, lines: Sequence[Line], wide: bool) -> None:
        """A table with named columns."""
        self._begun = True
        for row in grid_rows(lines, wide):
            context = " › ".join(part for part in (self._title, row.above) if part)
            if row.header:
                context += f"（表头：{row.header}）"
            name = "" if row.heads else row.name
            self._tree.add(
                self._tree.counted("r"), "row", row.text, "", name, context, row.page, () if row.heads else row.cells
            )

    def table(self, lines: Sequence[Line], wide: bool) -> None:
        """A table: rows, fields, or the observation points of a table of indicators."""
        rows = rows_of(lines, wide)
        self._begun = True
        if has_points(rows):
            self._points(rows)
            return
        for row in rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        field = row_asks(row) or (self._form and any(is_guidance(cell.text) for cell in row.cells))
        context = " › ".join(part for part in (self._title, *row.groups) if part)
        if row.header:
            context += f"（表头：{row.header}）"
        name = "" if row.heads else row_name(row)
        label = label_of(name)
        printed = name[: label.end] if label else ""
        self._tree.add(
            self._tree.counted("f" if field else "r"),
            "field" if field else "row",
            row.text,
            printed,
            name[label.end :] if label else name,
            context.strip(),
            row.page,
        )

    def _points(self, rows: Sequence[Row]) -> None:
        header = next((row for row in rows if row.heads), None)
        if header is not None:
            self._row(header)
        context = f"{self._title}（表头：{header.text.text}）" if header else self._title
        for point in points_of([row for row in rows if not row.heads]):
            label, words = point.label, point.text.text
            if label is not None and label.style == "arabic":
                self._descend(label.style, RANK[label.style], label.numbers, True)
                key = self._tree.below(str(label.numbers[-1]))
                printed, heading = words[: label.end].strip(), words[label.end :].strip()
                self._tree.add(key, "heading", point.text, printed, heading, context, point.page)
                self._tree.stack.append(Open(key, words, RANK["arabic"], "arabic", label.numbers, True, words))
            elif label is not None:
                key = self._tree.below(str(label.numbers[-1]))
                self._tree.add(key, "row", point.text, words[: label.end].strip(), "", context, point.page)
            else:
                self._tree.add(self._tree.counted("r"), "row", point.text, "", "", context, point.page)
        self.close_sections()

    def scrambled(self, found: Sequence[Loose]) -> None:
        """A form whose table fell apart."""
        for loose in found:
            letter = {"heading": "s", "field": "f", "note": "n"}[loose.kind]
            self._tree.add(self._tree.counted(letter), loose.kind, loose.text, "", loose.name, self._title, loose.page)
