"""The fields of a form as the desk shows them: prose by itself, short ones together, years side by side, records.

Nothing here is markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from assistant.drafting.field import Field, Limit
from assistant.drafting.form import Form, Section
from assistant.drafting.table import Printed, Repeat
from assistant.forms_told import said
from assistant.paper.cells import dated
from assistant.web.desk_shapes import (
    Aside,
    Block,
    Entries,
    Most,
    Prose,
    Rows,
    Spot,
    Years,
    labels,
    line,
    quoted,
)

_INK = ("signature", "seal")
_ASIDE = ("ink", "office")


def blocks(form: Form, section: Section, shared: frozenset[str], language: str) -> tuple[Block, ...]:
    """The blocks of a section, in the order of the form; `shared` are keys that several fields have."""
    return tuple(_Maker(form, shared, language).blocks(section))


def fillable(form: Form, field: Field) -> bool:
    """Whether the applicant types something there."""
    return field.kind not in _INK and field.filled_by == form.filled_by and not dated(field)


class _Maker:
    def __init__(self, form: Form, shared: frozenset[str], language: str) -> None:
        self._form, self._shared, self._language = form, shared, language
        self._repeats = {repeat.path: repeat for repeat in form.repeats()}

    def blocks(self, section: Section) -> Iterator[Block]:
        """The blocks in order; what is signed on paper or written by the office comes last."""
        every = list(self._items(section))
        here = [item for item in every if self._sort(item) not in _ASIDE]
        for (what, _), some in groupby(here, key=lambda item: (self._sort(item), self._row(item))):
            items = list(some)
            fields = [item for item in items if isinstance(item, Field)]
            if what == "printed":
                yield Aside("printed", tuple(line(item.quote.text) for item in items if isinstance(item, Printed)))
            elif what == "rows":
                yield self._rows(self._repeats[fields[0].repeat], fields)
            elif what == "years":
                yield self._years(fields)
            elif what == "prose":
                yield from (Prose(self._spot(field, _called(field))) for field in fields)
            else:
                shorts = tuple(self._spot(field, " › ".join(_below(field))) for field in fields)
                yield Entries(_heading(fields[0]), shorts)
        for what in _ASIDE:
            if beside := [item for item in every if isinstance(item, Field) and self._sort(item) == what]:
                yield Aside(what, tuple(dict.fromkeys("".join(labels(field)) for field in beside)))

    def _items(self, section: Section) -> Iterator[Field | Printed]:
        for block in section.blocks:
            if isinstance(block, Printed | Field):
                yield block
            else:
                yield from block.fields()

    def _sort(self, item: Field | Printed) -> str:
        if isinstance(item, Printed):
            return "printed"
        if not fillable(self._form, item):
            return "ink" if item.filled_by == self._form.filled_by else "office"
        if item.repeat:
            return "rows"
        if item.kind in ("narrative", "opinion"):
            return "prose"
        return "years" if _by_year(item) else "entries"

    def _row(self, item: Field | Printed) -> str:
        """What keeps neighbours of one sort together."""
        if isinstance(item, Printed) or self._sort(item) == "prose":
            return ""
        return item.repeat or _heading(item)

    def _rows(self, repeat: Repeat, fields: Iterable[Field]) -> Rows:
        spots = tuple(self._spot(field, line(field.label.text)) for field in fields)
        more = quoted(repeat.quote) if repeat.quote else None
        return Rows(repeat.path, line(repeat.label.text), spots, repeat.printed, more)

    def _years(self, fields: list[Field]) -> Years:
        years = tuple(dict.fromkeys(field.year for field in fields if field.year))
        gathered: dict[str, list[Field]] = {}
        for field in fields:
            gathered.setdefault(field.path.rpartition(".")[0], []).append(field)
        rows = []
        for some in gathered.values():
            by_year = {field.year: self._spot(field, f"{field.year}年") for field in some}
            label = " › ".join(_below(some[0])[:-1])
            rows.append((label, quoted(some[0].label), tuple(by_year.get(year) for year in years)))
        return Years(_heading(fields[0]), years, tuple(rows))

    def _spot(self, field: Field, short: str) -> Spot:
        return Spot(
            field.path,
            _called(field),
            short,
            field.kind,
            field.unit.text if field.unit and field.unit.text not in field.label.text else "",
            quoted(field.label),
            tuple(quoted(quote) for quote in field.guidance),
            self._most(field.limit),
            tuple((e.id, line(e.quote.text), e.asked) for e in field.elements),
            tuple((option.id, line(option.quote.text)) for option in field.options),
            field.several,
            field.year,
            field.fact if field.fact in self._shared else "",
            tuple(said(remark, self._language) for remark in field.remarks),
        )

    def _most(self, limit: Limit | None) -> Most | None:
        if limit is None:
            return None
        remark = said(limit.remark, self._language) if limit.remark else ""
        return Most(limit.most, quoted(limit.quote), remark)


def _by_year(field: Field) -> bool:
    return field.year is not None and field.path.endswith(f".{field.year}")


def _called(field: Field) -> str:
    return " › ".join(labels(field))


def _heading(field: Field) -> str:
    return line(field.under[0].text) if field.under and line(field.under[0].text) != f"{field.year}年" else ""


def _below(field: Field) -> list[str]:
    told = labels(field)
    return told[1:] if _heading(field) and len(told) > 1 else told
