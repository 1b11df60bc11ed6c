"""One document's lines as its clause tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.guideline.clause import Clause
from assistant.reading.body import Body
from assistant.reading.filled import Page, page_of
from assistant.reading.front import NUMBER, closing_at, front_of, title_end
from assistant.reading.grids import grid_end
from assistant.reading.lines import Line
from assistant.reading.mapped import EMPTY, Mapped
from assistant.reading.parts import Announced, Part, parts_of
from assistant.reading.scrambled import is_scrambled, loose_of
from assistant.reading.spacing import glue
from assistant.reading.tables import table_ends
from assistant.reading.tree import Open, Tree


def clauses_of(document: str, lines: tuple[Line, ...], wide: bool = True) -> tuple[Clause, ...]:
    """The clauses of the document in reading order."""
    tree = Tree(document)
    page = page_of(lines)
    opened: dict[tuple[int, ...], Open] = {}
    for part in parts_of(lines):
        if part.number:
            above = tuple(opened[part.number[:k]] for k in range(1, len(part.number)) if part.number[:k] in opened)
            title, at = _annex(tree, part, above, opened)
            Outline(tree, part, title, page, wide).grow(at, len(part.lines))
        else:
            _main(tree, part, page, wide)
    return tree.grown()


def _annex(tree: Tree, part: Part, above: tuple[Open, ...], opened: dict[tuple[int, ...], Open]) -> tuple[str, int]:
    """Open the annex: its heading line and title are one clause. Returns title and first body line."""
    at = title_end(part.lines)
    title = _joined(part.lines[:at])
    text = part.label.then(title, " ") if title.text else part.label
    tree.start(None, above)
    clause_id = tree.unique("a" + "-".join(map(str, part.number)))
    page = part.lines[0].page if part.lines else None
    tree.add(clause_id, "heading", text, part.label.text, title.text, "", page)
    name = " ".join(piece for piece in (part.label.text or part.name, title.text) if piece)
    opened[part.number] = Open(clause_id, name, 0, "annex", part.number, True, text.text, title.text)
    tree.start(opened[part.number], above)
    return title.text, at


def _main(tree: Tree, part: Part, page: Page, wide: bool) -> None:
    front = front_of(part.lines)
    closing = closing_at(part.lines[front.end :]) + front.end
    tree.start(None)
    if any("。" in line.words for line in part.lines[: front.start]):  # somebody passes the notice on, and says how
        above = replace(part, lists=tuple((at, e) for at, e in part.lists if at < front.start))
        Outline(tree, above, "", page, wide).grow(0, front.start)
    else:
        for line in part.lines[: front.start]:
            tree.add(tree.counted("n"), "note", line.text, page=line.page)
    title = _joined(part.lines[front.start : front.end])
    if title.text:
        tree.add(tree.unique("title"), "title", title, "", title.text, "", part.lines[front.start].page)
    Outline(tree, part, title.text, page, wide).grow(front.end, closing)
    tree.start(None)
    for line in part.lines[closing:]:
        tree.add(tree.counted("n"), "note", line.text, page=line.page)


def _joined(lines: Sequence[Line]) -> Mapped:
    text = EMPTY
    for line in lines:
        text = text.then(line.text, glue(text.text, line.words))
    return text


class Outline:
    """One part's body: tables, lists of annexes and text in their order."""

    def __init__(self, tree: Tree, part: Part, title: str, page: Page, wide: bool) -> None:
        self._tree = tree
        self._part = part
        self._wide = wide
        self._body = Body(tree, title, page, bool(part.number))

    def grow(self, at: int, end: int) -> None:
        """The clauses of lines[at:end]; lists of annexes that stand further down come where they stand."""
        lines = self._part.lines
        lists = {place: entries for place, entries in self._part.lists if place >= at}
        if self._part.number and is_scrambled(lines[at:end]):
            self._body.scrambled(loose_of(lines[at:end], self._wide))
            return
        pending: list[Line] = []
        while at < end:
            if at in lists:
                self._flush(pending)
                self._announce(lists.pop(at))
            if NUMBER.fullmatch(lines[at].words):
                self._flush(pending)
                self._tree.add(self._tree.counted("n"), "note", lines[at].text, page=lines[at].page)
                at += 1
                continue
            after = min(grid_end(lines, at), end)
            if after > at and not any(at < k < after for k in lists):
                self._flush(pending)
                self._body.grid(lines[at:after], self._wide)
                at = after
                continue
            after = min(table_ends(lines, at), end)
            if after > at:
                stop = next((k for k in sorted(lists) if at < k < after), after)
                self._flush(pending)
                self._body.table(lines[at:stop], self._wide)
                at = stop
            else:
                pending.append(lines[at])
                at += 1
        self._flush(pending)
        for place in sorted(lists):
            self._announce(lists[place])

    def _flush(self, pending: list[Line]) -> None:
        self._body.text(tuple(pending))
        pending.clear()

    def _announce(self, entries: tuple[Announced, ...]) -> None:
        self._body.close_sections()
        for entry in entries:
            key = self._tree.below("list" + "-".join(map(str, entry.number)))
            self._tree.add(key, "item", entry.line, entry.label, entry.title)
