"""The text of a paragraph of a Word file, with its bookmarks and its look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from assistant.export.refusals import too_much
from assistant.export.script import Setting, Told
from assistant.export.word_styles import Styles
from assistant.export.wordnames import is_bookmark, name

MAX_CHARACTERS = 1_000_000
_MOST_HIDDEN, _SHOWN = 5, 60
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RUN, _TEXT, _SYMBOL, _START, _END = map(name, ("r", "t", "sym", "bookmarkStart", "bookmarkEnd"))
_SIGNS = {name("tab"): "\t", name("ptab"): "\t", name("br"): "\n", name("cr"): "\n", name("noBreakHyphen"): "-"}
_GONE = frozenset(map(name, ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "instrText", "delText")))
_TRACKED = frozenset(map(name, ("ins", "del", "moveFrom", "moveTo")))
_TICKS = {"F0FE": "☑", "F052": "☑", "F0FD": "☒", "F053": "☒", "F0A8": "□", "F0A3": "□", "F06F": "□", "F02A": "□"}
"""Boxes of the symbol fonts Wingdings and Wingdings 2."""


class Writing:
    """Paragraphs of one file one after the other; knows which bookmark stands open and what was hidden."""

    def __init__(self, styles: Styles) -> None:
        self.hidden: list[str] = []
        self.tracked = False
        self._styles = styles
        self._open: dict[str, str] = {}
        self._ended: set[str] = set()
        self._characters = 0

    @contextmanager
    def within(self, container: Any) -> Iterator[None]:
        """A cell or a body: its bookmarks end in it, and one without an end holds nothing."""
        before = self._open, self._ended
        self._open, self._ended = {}, {node.get(name("id")) for node in container.iter(_END)}
        try:
            yield
        finally:
            self._open, self._ended = before

    def paragraph(self, paragraph: Any, table: str) -> tuple[Told, list[Any], bool]:
        """Its text, the text boxes that hang on it, and whether its end is deleted, so that the next goes on with it.
        `table` is the style of the table around it."""
        line = _Line(self, paragraph.find(name("pPr")), table)
        line.read(paragraph)
        mark = paragraph.find(f"{name('pPr')}/{name('rPr')}/{name('del')}")
        self.tracked = self.tracked or mark is not None
        self._characters += len(line.held)
        if self._characters > MAX_CHARACTERS:
            raise too_much()
        return (
            Told("".join(line.text), tuple(line.held), tuple(line.settings), frozenset(line.marks)),
            line.boxes,
            (mark is not None),
        )

    def setting(self, run: Any, paragraph: Any, table: str) -> tuple[Setting, bool]:
        """How a run is set, and whether it is hidden."""
        return self._styles.setting(run, paragraph, table)

    def hide(self, words: str) -> None:
        """Note words that are not shown."""
        if words.strip() and len(self.hidden) < _MOST_HIDDEN:
            self.hidden.append(words.strip()[:_SHOWN])

    def start(self, mark: Any) -> str:
        """A bookmark begins; its name if it is a field's."""
        key, known = mark.get(name("id")), mark.get(name("name"))
        if not is_bookmark(known):
            return ""
        if key in self._ended:
            # Fields do not nest; LibreOffice begins a bookmark over several paragraphs twice and ends it once.
            self._open = {other: held for other, held in self._open.items() if held == known} | {key: known}
        return str(known)

    def end(self, mark: Any) -> None:
        """A bookmark ends, however often it began."""
        ended = self._open.get(mark.get(name("id")))
        if ended is not None:
            self._open = {other: held for other, held in self._open.items() if held != ended}

    @property
    def inside(self) -> str:
        """The bookmark that stands open, "" for none."""
        return next(iter(self._open.values()), "")


class _Line:
    def __init__(self, writing: Writing, properties: Any, table: str) -> None:
        self.text: list[str] = []
        self.held: list[str] = []
        self.settings: list[Setting] = []
        self.marks: set[str] = set()
        self.boxes: list[Any] = []
        self._writing, self._properties, self._table = writing, properties, table

    def read(self, container: Any) -> None:
        """All that is in an element, in order."""
        for child in container:
            tag = child.tag
            if tag in _TRACKED:
                self._writing.tracked = True
            if tag in _GONE or not isinstance(tag, str):
                continue
            if tag == _START:
                if mark := self._writing.start(child):
                    self.marks.add(mark)
            elif tag == _END:
                self._writing.end(child)
            elif tag == _RUN:
                self._run(child)
            elif tag == name("sdt"):
                self._control(child)
            else:
                self.read(child)

    def _control(self, control: Any) -> None:
        content = control.find(name("sdtContent"))
        if content is not None and control.find(f"{name('sdtPr')}/{name('showingPlcHdr')}") is None:
            self.read(content)

    def _run(self, run: Any) -> None:
        setting, hidden = self._writing.setting(run.find(name("rPr")), self._properties, self._table)
        words = "".join(self._words(run))
        if hidden:
            self._writing.hide(words)
            return
        self.text.append(words)
        self.held += [self._writing.inside] * len(words)
        self.settings += [setting] * len(words)

    def _words(self, run: Any) -> Iterator[str]:
        for child in run:
            if child.tag == _TEXT:
                yield child.text or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag == _SYMBOL:
                yield _TICKS.get(child.get(name("char"), "").upper(), "")
            elif child.tag == name("fldChar"):
                yield _box(child)
            elif child.tag == name("ruby"):
                yield from (node.text or "" for node in child.iterfind(f"{name('rubyBase')}//{_TEXT}"))
            elif child.tag not in _GONE and isinstance(child.tag, str):
                self.boxes += _text_boxes(child)


def _box(begins: Any) -> str:
    """The box of an old form that is to be ticked, which a field stands for."""
    held = begins.find(f"{name('ffData')}/{name('checkBox')}")
    if held is None:
        return ""
    said = next((one for one in (held.find(name("checked")), held.find(name("default"))) if one is not None), None)
    return "☑" if said is not None and said.get(name("val"), "1") not in ("0", "false", "off") else "□"


def _text_boxes(drawing: Any) -> list[Any]:
    """The contents of text boxes, each once though older programs find it twice."""
    chosen = drawing.find(f"{_MC}Choice") if drawing.tag == f"{_MC}AlternateContent" else None
    found = list((chosen if chosen is not None else drawing).iter(name("txbxContent")))
    return [one for one in found if not any(above in found for above in one.iterancestors(name("txbxContent")))]
