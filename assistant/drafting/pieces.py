"""Facts sorted to the fields and elements that they belong to, each as whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.drafting import prose
from assistant.drafting.draft import Flag, FlagKey
from assistant.drafting.facts import FactSheet, Told, UnitRole
from assistant.drafting.form import Form
from assistant.drafting.lines import FigureLine, lines_of
from assistant.drafting.matching import TOLD, Spot, Spots, spots_of, spots_within
from assistant.drafting.orders import parted, without_orders
from assistant.drafting.record_fields import RecordField
from assistant.drafting.values import shown, value_of
from assistant.drafting.voice import Tense, asks_for_units, speaks_of
from assistant.guideline.patterns import regex

_YEAR = regex(r"(?<!\d)(20\d\d)年")
_SHORTEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """One whole sentence. `element` is the id of the element that it tells, "" for the field at large; `year` the only
    one it speaks of; `keep` says how long it stays when a text is too long; `tells` whether it covers its element;
    `own` that the applicant wrote it for this field, where it stands in the order given and `paragraph` numbers it;
    `closing` that it adds up what is told before it."""

    text: str
    element: str = ""
    year: int | None = None
    keep: int = 1
    tells: bool = True
    own: bool = False
    paragraph: int = 0
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Sorted:
    """The pieces and flags of every narrative field by its path, and the flags of facts that found no place ("")."""

    pieces: dict[str, list[Piece]]
    flags: dict[str, list[Flag]]


def sorted_facts(form: Form, sheet: FactSheet, records: Sequence[RecordField] = ()) -> Sorted:
    """Every fact of the sheet at the place it belongs to; `records` are the prose fields of repeated rows."""
    spots = spots_of(form)
    sheet, ordering_names = without_orders(sheet)
    paths = [spot.field.path for spot in spots.held]
    made = Sorted({path: [] for path in paths}, {path: [] for path in (*paths, "")})
    made.flags[""] += [Flag("order_in_name", (("about", name[:_SHORTEST_QUOTE]),), name) for name in ordering_names]
    for spot in spots.held:
        if spot.element is None:
            _own(form, spot, sheet, spots, made)
    for told, tense in (*((t, "past") for t in sheet.foundations), *((t, "future") for t in sheet.plans)):
        if not any(record.holds(told) for record in records):
            _tell(told, "past" if tense == "past" else "future", spots, made)
    _units(form, sheet, spots, made)
    for record in records:
        _record(record, sheet, made)
    for line in lines_of(form, sheet):
        _figure(line, spots, made)
    for path, pieces in made.pieces.items():
        made.pieces[path] = list({piece.text: piece for piece in reversed(pieces)}.values())[::-1]
    return made


def _record(record: RecordField, sheet: FactSheet, made: Sorted) -> None:
    """What is told of one unit in the field of its own row."""
    path, spots = record.field.path, spots_within(record.field)
    made.pieces[path], made.flags[path] = [], []
    _written(record.written, spots.held[0], spots, made)
    facts = [told for told in (*sheet.foundations, *sheet.plans) if record.holds(told)]
    for about in (
        *(unit.about for unit in sheet.units if unit.name == record.unit and unit.about),
        *(t.text for t in facts),
    ):
        told, orders = parted(about)
        made.flags[path] += [_order(sentence) for sentence in orders]
        made.pieces[path] += [Piece(s, _id(spots.nearest(spots.held[0], s)), _year(s)) for s in told]


def _own(form: Form, spot: Spot, sheet: FactSheet, spots: Spots, made: Sorted) -> None:
    """What the applicant wrote for the field itself, or under its key."""
    value = value_of(form, spot.field, sheet)
    _written(value if isinstance(value, str) else "", spot, spots, made)


def _written(value: str, spot: Spot, spots: Spots, made: Sorted) -> None:
    for n, paragraph in enumerate(value.split("\n")):
        told, orders = parted(paragraph)
        made.flags[spot.field.path] += [_order(sentence) for sentence in orders]
        for sentence in told:
            element = spots.within(spot.field, sentence).element
            made.pieces[spot.field.path].append(
                Piece(sentence, element.id if element else "", _year(sentence), 2, own=True, paragraph=n)
            )


def _tell(told: Told, tense: Tense, spots: Spots, made: Sorted) -> None:
    sentences, orders = parted(told.text)
    named = spots.named(told.about, tense) if told.about else None
    made.flags[named.field.path if named else ""] += [_order(sentence) for sentence in orders]
    if told.about and named is None:
        made.flags[""] += [_flag("unplaced", s, about=told.about) for s in sentences[:1]]
        return
    for sentence in sentences:
        found, sure = (named, True) if named else spots.fitting(sentence, tense, _years(sentence))
        spot = found or spots.general(sentence, tense)
        if spot is None:
            made.flags[""].append(_flag("unplaced", sentence))
            continue
        if spot.element is None:
            spot = spots.within(spot.field, sentence)
        spot = spots.of_year(spot, _year(sentence), tense)
        if not sure:
            made.flags[spot.field.path].append(_flag("placed", sentence))
        tells = sure or spots.held_in(spot.words, sentence) >= TOLD
        made.pieces[spot.field.path].append(Piece(sentence, _id(spot), _year(sentence), tells=tells))


def _units(form: Form, sheet: FactSheet, spots: Spots, made: Sorted) -> None:
    """Who builds together and who holds which office, each at the first heading that asks for it, and what is told of
    a unit where a heading names its role."""
    platform = next((s.value for s in sheet.shared if s.key == "platform.name" and isinstance(s.value, str)), "")
    open_to = [spot for spot in spots.held if spot.element is not None or not spot.field.elements]
    places = [spot for spot in open_to if asks_for_units(spot.words)]
    if places and (sentence := prose.units(sheet, platform)):
        first = Piece(sentence, _id(places[0]), keep=3, tells=not _id(places[0]))
        made.pieces[places[0].field.path].insert(0, first)
    offices = next((spot for spot in open_to if speaks_of("of_people", spot.words)), None)
    if offices is not None:
        made.pieces[offices.field.path] += [Piece(s, _id(offices), tells=False) for s in prose.people(sheet)]
    for spot in (spot for spot in spots.held if spot.element is None):
        asking = [place for place in places if place.field is spot.field]
        if asking or asks_for_units(spot.words):
            _abouts(asking[0] if asking else spot, prose.roles_named(f"{spot.words} {spot.around}"), sheet, spots, made)


def _abouts(spot: Spot, roles: tuple[UnitRole, ...], sheet: FactSheet, spots: Spots, made: Sorted) -> None:
    """What is told of the units of those roles, each sentence at the element of the field that it speaks of."""
    for unit in sheet.units:
        if unit.about and (unit.role in roles or (unit.role == "lead" and "builder" in roles)):
            told, orders = parted(unit.about)
            made.flags[spot.field.path] += [_order(sentence) for sentence in orders]
            made.pieces[spot.field.path] += [Piece(s, _id(spots.nearest(spot, s))) for s in told]


def _id(spot: Spot) -> str:
    return spot.element.id if spot.element is not None else ""


def _figure(line: FigureLine, spots: Spots, made: Sorted) -> None:
    spot, share = spots.fitting_name(line.name, line.around, line.tense)
    if line.about:
        spot, share = spots.named(line.about, line.tense), 1.0
    if spot is None:
        if line.quote is None:
            made.flags[""].append(Flag("unplaced", (("about", line.about or line.name),), line.name))
        return
    element = _id(spot)
    if any(_says(piece.text, line) for piece in made.pieces[spot.field.path]):
        return
    made.pieces[spot.field.path] += _sentences(line, spot, element, share >= TOLD)
    for other in spot.field.elements:
        if other.id != element and prose.counted_element(other.quote.text):
            made.pieces[spot.field.path].append(Piece("", other.id))


def _says(sentence: str, line: FigureLine) -> bool:
    """Whether a sentence tells the one number of a figure already."""
    if len(line.years) != 1 or line.years[0][0] is not None or not line.unit:
        return False
    return f"{shown(line.years[0][1])}{line.unit}" in sentence


def _sentences(line: FigureLine, spot: Spot, element: str, tells: bool) -> Iterator[Piece]:
    """One sentence, or one a year and one for the total where the field is parted by years."""
    if not {year for year, _ in line.years} & set(spot.field.years):
        yield Piece(prose.figure(line), element, keep=2, tells=tells)
        return
    for year, value in line.years:
        if year is not None:
            yield Piece(prose.figure_of_year(line, year, value), element, year, keep=2, tells=tells)
    if total := prose.figure_total(line):
        yield Piece(total, element, tells=tells, closing=True)


def _year(sentence: str) -> int | None:
    found = _years(sentence)
    return next(iter(found)) if len(found) == 1 else None


def _years(sentence: str) -> frozenset[int]:
    return frozenset(int(year) for year in _YEAR.findall(sentence))


def _order(sentence: str) -> Flag:
    return Flag("order", (), sentence)


def _flag(key: FlagKey, sentence: str, about: str = "") -> Flag:
    return Flag(key, (("about", about or sentence[:_SHORTEST_QUOTE]),), sentence)
