"""The values of one row of a form in the row of a file that it is: by the print between its cells, by the heads of the
columns, by their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.export.folding import folded
from assistant.export.heads import Columns
from assistant.export.row_match import anchors, counts, like, reaches, stands_in, under
from assistant.export.script import Cell, Told, joined
from assistant.export.searching import Span
from assistant.export.seen import Seen, cells_of, same, stands
from assistant.export.segments import Token, segmented
from assistant.export.sheet_rows import FormRow, Label, Spot


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a place: the text that it stands in, and where."""

    told: Told
    span: Span


@dataclass(slots=True)
class Got:
    """What a row gave: values by path, the print that stands nowhere in it, the places of which nothing can be said,
    and where each label stands. `joins` where several cells may be one place that was parted."""

    joins: bool = True
    values: dict[str, Value] = field(default_factory=dict)
    gone: list[Label] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    labels: list[tuple[Spot, Label, Told, Columns | None]] = field(default_factory=list)


def read_row(row: FormRow, one: Seen, heads: Mapping[str, Columns], above: Sequence[Columns]) -> Got:
    """The row's places in a row of a file. `heads` are where the head of each place's column stands in the file, by
    path; `above` the columns of what reaches down into the row by the form's own print."""
    got = Got(joins=row.again is None)
    if not row.paths:
        for spot in row.spots:
            for label in spot.labels:
                _found(got, spot, label, one)
        return got
    cells = [(cell, keys) for cell, keys in zip(cells_of(one.row), one.keys, strict=True) if not under(cell, above)]
    kept, keys = [cell for cell, _ in cells], [held for _, held in cells]
    spots = [spot for spot in row.spots if not reaches(spot, one) and not spot.counts]
    if len(spots) < len(row.spots):
        while kept and counts(kept[0]) and (len(kept) > len(spots) or kept[0].told.text.strip()):
            numbered = bool(kept[0].told.text.strip())
            kept, keys = kept[1:], keys[1:]
            if numbered:
                break
    if row.shared and len(kept) < len(spots) and not any(stands_in(spot, kept) for spot in spots):
        spots = [spot for spot in spots if spot.label is None]
    if like(spots, keys, [not cell.told.text.strip() for cell in kept]):
        for spot, cell in zip(spots, kept, strict=True):
            if spot.label is not None:
                _labelled(got, spot, cell, keys[kept.index(cell)])
        _by_order(
            [spot for spot in spots if spot.paths], [c for s, c in zip(spots, kept, strict=True) if s.paths], heads, got
        )
        return got
    spot_at = cell_at = 0
    for number, place in [*anchors(spots, keys), (len(spots), len(kept))]:
        _stretch(spots[spot_at:number], kept[cell_at:place], heads, got)
        if number < len(spots):
            _labelled(got, spots[number], kept[place], keys[place])
        spot_at, cell_at = number + 1, place + 1
    return got


def _found(got: Got, spot: Spot, label: Label, one: Seen) -> None:
    """A label of a row that prints and has no places, wherever on the row it stands."""
    cells = list(cells_of(one.row))
    cell = next((cell for cell, keys in zip(cells, one.keys, strict=True) if same(label.key, keys)), None)
    if cell is not None:
        got.labels.append((spot, label, cell.told, (cell.column, cell.column + cell.columns)))
    elif stands(label, one):
        got.labels.append((spot, label, joined([cell.told for cell in cells]), None))
    else:
        got.gone.append(label)


def _labelled(got: Got, spot: Spot, cell: Cell, keys: frozenset[str]) -> None:
    for label in spot.labels:
        if same(label.key, keys) or (not label.whole and label.key in folded(cell.told.text)):
            got.labels.append((spot, label, cell.told, (cell.column, cell.column + cell.columns)))
        else:
            got.gone.append(label)


def _stretch(spots: Sequence[Spot], cells: Sequence[Cell], heads: Mapping[str, Columns], got: Got) -> None:
    """What lies between two labels that were found."""
    places = [spot for spot in spots if spot.paths]
    if len(spots) == len(cells):
        got.gone += [label for spot in spots if not spot.paths for label in spot.labels]
        _by_order(places, [cell for spot, cell in zip(spots, cells, strict=True) if spot.paths], heads, got)
        return
    if len(places) == len(spots):
        _by_order(places, cells, heads, got)
        return
    if not places:
        text = "".join(folded(cell.told.text) for cell in cells)
        got.gone += [label for spot in spots for label in spot.labels if label.key not in text]
        return
    if not cells:
        got.gone += [label for spot in spots for label in spot.labels]
        got.unread += [path for spot in places for path in spot.paths]
        return
    if len(places) == 1 and not any(cell.told.text.strip() for cell in cells[1:]):
        cells = cells[:1]
    _in_text([token for spot in spots for token in spot.tokens], spots, joined([cell.told for cell in cells]), got)


def _by_order(spots: Sequence[Spot], cells: Sequence[Cell], heads: Mapping[str, Columns], got: Got) -> None:
    """Places with the cells that are theirs: one each, in the order of their columns' heads; else by what stands below
    each head."""
    known = [heads.get(spot.paths[0]) for spot in spots]
    if len(spots) == 1 and len(cells) > 1 and known[0] is None:
        filled = [cell for cell in cells if cell.told.text.strip() or cell.told.marks]
        cells = cells if len(filled) > 1 else filled or list(cells[:1])
        if len(cells) > 1 and got.joins:
            _in_text(spots[0].tokens, spots, joined([cell.told for cell in cells]), got)
            return
    if len(spots) == len(cells):
        order = list(range(len(spots)))
        columns = [one for one in known if one is not None]
        if len(columns) == len(spots) and len(set(columns)) == len(spots):
            ranks = sorted(order, key=lambda at: columns[at])
            order = [ranks.index(at) for at in order]
        elif columns != sorted(columns):
            got.unread += [path for spot in spots for path in spot.paths]
            return
        for spot, place in zip(spots, order, strict=True):
            _in_text(spot.tokens, (spot,), cells[place].told, got)
        return
    taken = [_below(head, cells) for head in known]
    for spot, place in zip(spots, taken, strict=True):
        if place < 0 or taken.count(place) > 1:
            got.unread += spot.paths
        else:
            _in_text(spot.tokens, (spot,), cells[place].told, got)


def _below(head: Columns | None, cells: Sequence[Cell]) -> int:
    """The cell that stands below a head for the most part, -1 for none."""
    if head is None:
        return -1
    shares = [min(head[1], cell.column + cell.columns) - max(head[0], cell.column) for cell in cells]
    best = max(shares, default=0)
    return shares.index(best) if best > 0 and shares.count(best) == 1 else -1


def _in_text(order: Sequence[Token], spots: Sequence[Spot], told: Told, got: Got) -> None:
    found = segmented(order, told)
    got.values |= {path: Value(told, span) for path, span in found.values.items()}
    got.unread += found.unread
    gone = {token.text for token in found.gone}
    for spot in spots:
        for label in spot.labels:
            if label.text in gone:
                got.gone.append(label)
            else:
                got.labels.append((spot, label, told, None))
