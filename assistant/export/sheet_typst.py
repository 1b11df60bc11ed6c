"""A sheet as a document of Typst: calls of the few functions that stand before it, every word in a quoted string."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from assistant.export.sheet import Grid, Line, Piece, Sheet
from assistant.export.sheet_styles import (
    APART,
    BOTTOM,
    FOOT,
    INSIDE,
    NOTE_SIZE,
    OUTSIDE,
    SONG,
    TOP,
    Style,
    styles,
    text_width,
)
from assistant.export.typst_grid import table

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans SC", "WenQuanYi Micro Hei")
_SONG = ("SimSun", "宋体", "NSimSun", "STSong", "Songti SC", *_SERIF, *_SANS)
FACES: Mapping[str, tuple[str, ...]] = {
    "仿宋": ("FangSong", "仿宋", "FangSong_GB2312", "仿宋_GB2312", "STFangsong", *_SONG),
    "楷体": ("KaiTi", "楷体", "KaiTi_GB2312", "STKaiti", "Kaiti SC", *_SONG),
    "黑体": ("SimHei", "黑体", "STHeiti", "Heiti SC", "PingFang SC", "Microsoft YaHei", *_SANS, *_SERIF),
    "宋体": _SONG,
}
"""Fonts that stand for one that a form names, the nearest first."""
_LATIN = ("Times New Roman", "Liberation Serif", "Libertinus Serif")
_SINGLE = 1.3
"""The distance of lines set with single spacing, by their size."""
_LEVELS = {"title": 1, "heading": 2, "subheading": 3}
_PLACES = {"left": "left", "both": "left", "spread": "left", "center": "center", "right": "right"}
_LATIN_RUN = re.compile(r"[!-~]+")
_WIDE = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZmw%@&+=~<>")
_NARROWER, _WIDER = 0.5, 0.78
"""The width of a figure or a letter, by its size, and that of the wide ones at most."""
_TICKED = re.compile(r"[☑□]\S")
_PARTED = re.compile(f"({_TICKED.pattern}|{_LATIN_RUN.pattern})")
_START = """\
#let words(size, pitch, face, body) = {
  set text(size: size, font: face, top-edge: pitch / 2 + 0.36 * size, bottom-edge: -(pitch / 2 - 0.36 * size))
  set par(leading: 0pt, spacing: 0pt)
  body
}
#let told(size, pitch, face, place, before: 0pt, after: 0pt, room: 0pt, keep: false, body) = block(
  width: 100%, sticky: keep, inset: (top: before, bottom: after, right: room),
  words(size, pitch, face, align(place, body)),
)
#let run(both, first, body) = par(first-line-indent: (amount: first, all: true), justify: both, body)
#let marked(body) = highlight(fill: yellow, top-edge: 0.9em, bottom-edge: -0.14em, body)
#let faint(body) = text(fill: rgb("595959"), body)
#let sized(size, body) = text(size: size, body)
#let high(least, place, body) = grid(columns: (0pt, 1fr), align: place, box(width: 0pt, height: least), body)
#set text(lang: "zh", region: "cn", cjk-latin-spacing: none, number-type: "lining", hyphenate: false, overhang: false)
#set block(spacing: 0pt)
#show heading: set text(weight: "regular")
#show heading: set block(spacing: 0pt)
#set footnote.entry(separator: block(below: 5pt, line(length: 5cm, stroke: 0.5pt)), indent: 0pt, gap: 3pt)
"""


def source(sheet: Sheet, held: Collection[str]) -> str:
    """The document; `held` are the families of fonts to choose from."""
    made = [_START, _faces(held), _page(sheet)]
    titled = False
    for _, run in groupby(sheet.blocks, key=lambda block: isinstance(block, Grid)):
        blocks = list(run)
        for at, block in enumerate(blocks):
            if isinstance(block, Grid):
                made.append(f"#{table(block, sheet.setup, lambda line, wide: told(line, sheet, wide))}\n")
                made.append(f"#v({APART if at + 1 < len(blocks) else 2}pt)\n")
                continue
            made.append("#pagebreak(weak: true)\n" if block.page else "")
            heading = _LEVELS.get(block.role, 0) if block.text and not (titled and block.role == "title") else 0
            titled = titled or heading == 1
            made.append(f"#{told(block, sheet, text_width(sheet.setup), heading)}\n")
    return "".join(made)


def told(line: Line, sheet: Sheet, wide: float, heading: int = 0) -> str:
    """The call for one line, `wide` centimetres wide; `heading` is its level among the bookmarks of the file, 0 for
    none."""
    style: Style = styles(sheet.setup)[line.role]
    align = line.align or style.align
    pitch = style.pitch or style.size * _SINGLE
    indented = line.indent or (style.indent and line.align in (None, "both"))
    room = wide / 2.54 * 72 / style.size
    words = (
        "; ".join(part for piece in line.pieces for part in _piece(piece, sheet, align == "spread", room))
        or f"box(height: {pitch:g}pt)"
    )
    if style.bold:
        words = f'text(weight: "bold", {{ {words} }})'
    body = f"heading(level: {heading}, sized({style.size:g}pt, {{ {words} }}))" if heading else ""
    body = body or f"run({_yes(align == 'both')}, {'2em' if indented else '0pt'}, {{ {words} }})"
    more = [
        f"{name}: {value:g}{unit}"
        for name, value, unit in (
            ("before", line.before or style.before, "pt"),
            ("after", style.after, "pt"),
            ("room", line.room, "cm"),
        )
        if value
    ]
    more += ["keep: true"] if line.keep or style.keep else []
    looks = [f"{style.size:g}pt", f"{pitch:g}pt", face_of(style.font), _PLACES[align], *more]
    return f"told({', '.join(looks)}, {f'faint({body})' if style.grey else body})"


def face_of(font: str) -> str:
    """The name by which the document calls the fonts for one that a form names."""
    for at, name in enumerate(FACES):
        if name in font:
            return f"face{at}"
    return "face0"


def _piece(piece: Piece, sheet: Sheet, spread: bool, room: float) -> Iterator[str]:
    for number, text in enumerate(piece.text.split("\n")):
        if number:
            yield "linebreak()"
        if not text:
            continue
        words = "; h(1fr); ".join(map(quoted, text)) if spread else "; ".join(_unbroken(text, room))
        for wanted, call in (
            (piece.bold, 'text(weight: "bold", '),
            (piece.faint, "faint("),
            (piece.size, f"sized({piece.size:g}pt, "),
            (piece.marked, "marked("),
        ):
            words = f"{call}{{ {words} }})" if wanted else words
        yield words
    if piece.note:
        yield f"footnote({quoted(sheet.notes[piece.note - 1])})"


def _unbroken(text: str, room: float) -> Iterator[str]:
    """The text, the boxes to tick each bound to the character behind it; Latin letters without a space that
    have no `room` on a line, in its size, may be parted anywhere."""
    for part in _PARTED.split(text):
        if _TICKED.fullmatch(part):
            yield f"box({quoted(part)})"
        elif _LATIN_RUN.fullmatch(part) and _width(part) > room:
            yield "; h(0pt); ".join(map(quoted, part))
        elif part:
            yield quoted(part)


def _width(run: str) -> float:
    return sum(_WIDER if char in _WIDE else _NARROWER for char in run)


def quoted(text: str) -> str:
    """The text as a string of Typst, in which nothing else is markup."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", " ") + '"'


def _faces(held: Collection[str]) -> str:
    made = ""
    for at, names in enumerate(FACES.values()):
        latin = next((name for name in _LATIN if name in held), _LATIN[-1])
        rest = "".join(f"{quoted(name)}, " for name in names if name in held)
        made += f'#let face{at} = ((name: {quoted(latin)}, covers: regex("[!-~À-ɏ]")), {rest})\n'
    note = f"size: {NOTE_SIZE:g}pt, font: {face_of(SONG)}"
    return f"{made}#show footnote.entry: set text({note})\n#show footnote.entry: set par(leading: 0.5em)\n"


def _page(sheet: Sheet) -> str:
    setup = sheet.setup
    inner, outer = ("inside", "outside") if setup.mirrored else ("left", "right")
    year, month, day = sheet.as_of.timetuple()[:3]
    first = 2 if sheet.cover else 1
    foot = f'words(10.5pt, 13pt, {face_of(SONG)}, align(center, "— " + str(here().page()) + " —"))'
    return (
        f"#set document(title: {quoted(sheet.title)}, date: datetime(year: {year}, month: {month}, day: {day}))\n"
        f'#set page(paper: "a4", flipped: {_yes(setup.landscape)}, binding: left, header: counter(footnote).update(0), '
        f"margin: ({inner}: {INSIDE + setup.gutter:g}cm, {outer}: {OUTSIDE:g}cm, "
        f"top: {TOP:g}cm, bottom: {BOTTOM:g}cm), "
        f"footer-descent: {BOTTOM - FOOT - 0.4:.2f}cm, "
        f"footer: context {{ if here().page() >= {first} {{ {foot} }} }})\n"
    )


def _yes(held: bool) -> str:
    return "true" if held else "false"
