"""A form as a page of its own that looks like the paper: escaped, with its style inside, loading nothing.

Measures are classes (`w24` is 24% of a table's width, `h42` a height in millimetres), since our pages have no inline
style.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from assistant.export.sheet import Block, Box, Grid, Line, Piece, Sheet, placed

STYLE = Path(__file__).resolve().parent / "static" / "paper.css"
_FACES = (("楷", "kai"), ("黑", "hei"), ("宋", "song"))  # 仿宋 is the face of a form that names none of these
_SIZES = (9, 10.5, 12, 14, 15, 16, 18, 22)
"""The sizes that the style knows, in points: from 小五 to 二号."""
_HEADS = {"title": "h2", "heading": "h3", "subheading": "h4"}


def sheet_html(sheet: Sheet) -> str:
    """The whole document; the values of a field are in elements whose `data-field` is its path."""
    title = escape(sheet.title)
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n"
        f'<body class="papers">\n<main tabindex="0">\n<h1 class="whole">{title}</h1>\n'
        f"{paper_html(sheet)}</main>\n</body>\n</html>\n"
    )


def paper_html(sheet: Sheet) -> str:
    """The paper alone, to stand in a page that links the style. A part begins where the form begins a new page."""
    setup = sheet.setup
    face = next((name for sign, name in _FACES if sign in setup.font and "仿" not in setup.font), "fang")
    looks = ["paper", f"face-{face}", _sized(setup.size)]
    looks += [f"pitch-{round(setup.pitch)}"] if setup.pitch else []
    looks += ["landscape"] if setup.landscape else []
    parts = "".join(_part(part, sheet, at) for at, part in enumerate(_parts(sheet.blocks)))
    return f'<article class="{" ".join(looks)}" lang="zh-CN" aria-label="{escape(sheet.title)}">\n{parts}</article>\n'


def _parts(blocks: Sequence[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Line) and block.page and parts[-1]:
            parts.append([])
        parts[-1].append(block)
    return parts


def _part(blocks: list[Block], sheet: Sheet, at: int) -> str:
    """One part with the notes that hang on it, numbered anew."""
    notes: dict[int, int] = {}
    title = at == 0
    body = ""
    for block in blocks:
        if isinstance(block, Grid):
            body += _table(block, notes)
        else:
            head = _HEADS.get(block.role, "p") if block.text and (block.role != "title" or title) else "p"
            title = title and not (block.role == "title" and block.text)
            body += _line(block, notes, head)
    if notes:
        items = "".join(f"<li>{escape(sheet.notes[number - 1])}</li>\n" for number in notes)
        body += f'<ol class="notes">\n{items}</ol>\n'
    cover = " cover" if sheet.cover and at == 0 else ""
    return f'<div class="part{cover}">\n{body}</div>\n'


def _table(grid: Grid, notes: dict[int, int]) -> str:
    places, heights = placed(grid), dict(grid.tall)
    columns = "".join(f'<col class="w{share}">' for share in _hundredths(grid.widths))
    rows: list[str] = []
    for row in range(grid.rows):
        cells = ""
        for column in range(len(grid.widths)):
            box = places[row, column]
            if (box.row, box.column) == (row, column):
                cells += _cell(box, grid, notes)
        rows.append(f'<tr class="h{round(heights.get(row, grid.height) * 10)}">{cells}</tr>\n')
    head = f"<thead>\n{''.join(rows[: grid.header])}</thead>\n" if grid.header else ""
    sort = "ruled" if grid.bordered else "open"
    body = "".join(rows[grid.header :])
    return f'<table class="{sort}">\n<colgroup>{columns}</colgroup>\n{head}<tbody>\n{body}</tbody>\n</table>\n'


def _cell(box: Box, grid: Grid, notes: dict[int, int]) -> str:
    tag = "th" if box.row < grid.header else "td"
    told = ' scope="col"' if tag == "th" else ""
    told += f' rowspan="{box.rows}"' if box.rows > 1 else ""
    told += f' colspan="{box.columns}"' if box.columns > 1 else ""
    told += ' class="blank"' if box.ruled and not grid.bordered else ""
    return f"<{tag}{told}>{''.join(_line(line, notes, 'p').rstrip() for line in box.lines)}</{tag}>"


def _line(line: Line, notes: dict[int, int], tag: str) -> str:
    looks: list[str] = [line.role]
    looks += [f"to-{line.align}"] if line.align else []
    looks += ["indent"] if line.indent else []
    looks += [f"room-{round(line.room * 10)}"] if line.room else []
    looks += [f"above-{round(line.before / 2) * 2}"] if line.before else []
    words = ""
    for path, run in groupby(line.pieces, key=lambda piece: piece.field):
        told = _pieces(run, notes)
        words += f'<span data-field="{escape(path)}">{told}</span>' if path else told
    return f'<{tag} class="{" ".join(looks)}">{words}</{tag}>\n'


def _pieces(pieces: Iterable[Piece], notes: dict[int, int]) -> str:
    made = ""
    for piece in pieces:
        looks = ["faint"] if piece.faint else []
        looks += [_sized(piece.size)] if piece.size else []
        words = escape(piece.text)
        words = f"<strong>{words}</strong>" if piece.bold and words else words
        words = f'<span class="{" ".join(looks)}">{words}</span>' if looks and words else words
        made += f"<mark>{words}</mark>" if piece.marked and words else words
        if piece.note:
            made += f"<sup>{notes.setdefault(piece.note, len(notes) + 1)}</sup>"
    return made


def _hundredths(widths: tuple[float, ...]) -> list[int]:
    """Whole hundredths that add up to 100, each at least one."""
    ends = [max(at + 1, round(100 * sum(widths[: at + 1]) / sum(widths))) for at in range(len(widths))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _sized(size: float) -> str:
    nearest = min(_SIZES, key=lambda known: abs(known - size))
    return f"size-{nearest:g}".replace(".", "-")
