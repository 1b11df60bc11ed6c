"""What is filled into a form, read back from a file that may have been typed over, set otherwise or made anew: by what
is printed around its fields, helped by their bookmarks where these are left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from assistant.export.aligning import Pair, aligned
from assistant.export.folding import folded
from assistant.export.heads import Heads
from assistant.export.lacking import lacking
from assistant.export.row_cells import Got, Value, read_row
from assistant.export.script import Script, Told, joined
from assistant.export.seen import Seen, cells_of, lengthened, seen, whole
from assistant.export.segments import Place, Token, segmented
from assistant.export.sheet import Again, Sheet
from assistant.export.sheet_rows import FormRow, Label, form_rows, guidance
from assistant.export.wordnames import bookmark

_MOST = 1_000
"""Records of one kind."""


@dataclass(slots=True)
class Reading:
    """What stands in a file of a form: values by path, how many records there are of each kind, print that stands
    nowhere, places that were not found, those that may hold more than their own since print behind them is gone, and
    where the labels that were found stand."""

    values: dict[str, Value] = field(default_factory=dict)
    records: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    labels: list[tuple[str, Told]] = field(default_factory=list)

    def texts(self) -> dict[str, str]:
        """The values as text, by path."""
        return {path: value.span.text for path, value in self.values.items()}


def read(script: Script, sheet: Sheet, loose: bool = False) -> Reading:
    """What the file says in the places of `sheet`, the form as it was laid out to be filled in by hand. In a `loose`
    one, such as pasted text, lines behind a row may belong to its last cell."""
    form, faint = form_rows(sheet), guidance(sheet)
    file = [seen(row, faint) for row in script.rows]
    pairs = aligned(form, file, _marks(form, len(file)))
    return _Reader(form, file, loose, frozenset(map(folded, sheet.notes))).read(pairs)


def _marks(form: Sequence[FormRow], rows: int) -> dict[str, int]:
    """The row of the form that each bookmark belongs to, those of every record too."""
    made: dict[str, int] = {}
    for number, row in enumerate(form):
        for path in row.paths:
            made[bookmark(path)] = number
            if row.again is not None:
                made |= {bookmark(_of_record(path, row.again, n)): number for n in range(2, min(rows, _MOST) + 1)}
    return made


def _of_record(path: str, again: Again, number: int) -> str:
    return f"{again.path}.{number}.{path.removeprefix(f'{again.path}.1.')}"


class _Reader:
    def __init__(self, form: Sequence[FormRow], file: Sequence[Seen], loose: bool, notes: frozenset[str]) -> None:
        self._form, self._file, self._loose, self._notes = form, file, loose, notes
        self._found = Reading()
        self._heads = Heads(loose)
        self._gone: list[Label] = []

    def read(self, pairs: Sequence[Pair]) -> Reading:
        """All values, in the order of the form."""
        found = self._found
        found.records = {row.again.path: 0 for row in self._form if row.again is not None}
        edges = [(-1, -1, 0), *pairs, (len(self._form), len(self._file), 0)]
        for before, after in pairwise(edges):
            if before[0] >= 0:
                self._row(before, self._file[before[1] + 1 : after[1]])
            self._gap(before, after)
        known = {*found.values, *found.unread}
        found.unread += [path for path in self._expected() if path not in known]
        found.missing = [
            label.text for label in lacking(form=self._form, file=self._file, gone=self._gone, found=found.labels)
        ]
        return found

    def _expected(self) -> Iterator[str]:
        """Every place that there is, of as many records as there are."""
        for row in self._form:
            numbers = (0,) if row.again is None else range(1, self._found.records[row.again.path] + 1)
            for number in numbers:
                yield from (path if row.again is None else _of_record(path, row.again, number) for path in row.paths)

    def _row(self, pair: Pair, behind: Sequence[Seen]) -> None:
        row, one, number = self._form[pair[0]], self._file[pair[1]], pair[2]
        prose = self._form[min(pair[0] + 1, len(self._form) - 1)].prose
        if row.paths and not prose and (self._loose if one.row.table >= 0 else row.grid >= 0):
            one = lengthened(one, [other.row for other in takewhile(self._goes_below, behind)])
        got = read_row(row, one, self._heads.of(row, one.row), tuple(self._heads.above(row, one.row.table)))
        for spot, label, told, columns in got.labels:
            self._found.labels.append((label.text, told))
            if columns is not None:
                self._heads.add(row.grid, spot, columns, pair[1], one.row)
        self._take(got, row, number)

    def _take(self, got: Got, row: FormRow, number: int) -> None:
        again = row.again
        if again is None:
            self._found.values |= got.values
            self._found.unread += got.unread
        elif number <= _MOST:
            self._found.records[again.path] = number
            self._found.values |= {_of_record(path, again, number): value for path, value in got.values.items()}
            self._found.unread += [_of_record(path, again, number) for path in got.unread]
        # What records have in common need not be printed beside each.
        self._gone += got.gone if number < 2 else []

    def _gap(self, before: Pair, after: Pair) -> None:
        """What lies between two rows that were found in both."""
        rows = [self._form[number] for number in range(before[0] + 1, after[0])] if after[0] > before[0] else []
        spare = [self._file[at] for at in range(before[1] + 1, after[1])]
        prose = [row for row in rows if row.prose]
        skipped = [row for row in rows if not row.prose]
        self._gone += [label for row in skipped for label in row.labels]
        self._found.unread += [path for row in skipped for path in row.paths]
        if not prose:
            self._goes_on(before, spare)
            return
        order: list[Token] = []
        for row in rows:
            order += row.tokens if row.prose else [t for t in row.tokens if not isinstance(t, Place)]
        told = joined([whole(one.row) for one in spare])
        found = segmented(order, told, lenient=True)
        first = rows[0].prose or not rows[0].labels
        for path, span in found.values.items():
            # A place whose heading is gone, with nothing there, is itself gone.
            if span.text or first:
                self._found.values[path] = Value(told, span)
            else:
                self._found.unread.append(path)
        self._found.unread += found.unread
        self._found.open += found.open
        if prose and after[0] < len(self._form) and not found.open and skipped and rows[-1] in skipped:
            self._found.open += [path for path in list(found.values)[-1:] if found.values[path].text]

    def _goes_on(self, before: Pair, spare: Sequence[Seen]) -> None:
        """Rows that only go on with the one before: its label reaches down to them, or it stood alone on a line."""
        if before[0] < 0 or not spare:
            return
        row, one = self._form[before[0]], self._file[before[1]]
        last = row.tokens[-1] if row.tokens else None
        if not isinstance(last, Place):
            return
        path = last.path if row.again is None else _of_record(last.path, row.again, before[2])
        keys = {label.key for label in row.labels}
        more = [
            other
            for other in spare
            if (one.row.table < 0 and other.row.table < 0)
            or (one.row.table == other.row.table and keys & other.over and len(list(cells_of(other.row))) == 1)
        ]
        value = self._found.values.get(path)
        if more and value is not None and not (value.span.text and one.row.table < 0):
            told = (
                joined([value.told, *(whole(other.row) for other in more)])
                if value.span.text
                else joined([whole(other.row) for other in more])
            )
            found = segmented([Place(path)], told)
            self._found.values[path] = Value(told, found.values[path])

    def _goes_below(self, one: Seen) -> bool:
        """Whether a line goes on with the last cell of the row before it: no row, and no footnote of the form."""
        return one.row.table < 0 and not any(line.endswith(note) for line in one.lines for note in self._notes)


def read_sheet(data: bytes, sheet: Sheet) -> dict[str, str]:
    """The value of every field of `sheet` that stands in a Word file, by path, without white space at its ends.

    `sheet` is the form as it was laid out, its values aside. BadFile where the file is no Word document.
    """
    from assistant.export.word_script import script_of

    return read(script_of(data), sheet).texts()


def records_read(data: bytes, sheet: Sheet) -> Mapping[str, int]:
    """How many records of each repeated row a file has."""
    from assistant.export.word_script import script_of

    return read(script_of(data), sheet).records
