"""The writer without a model: facts under the elements that the guidance names, missing ones marked."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting import prose
from assistant.drafting.field import Element, Field
from assistant.drafting.matching import called
from assistant.drafting.parts import Part
from assistant.drafting.pieces import Piece


def extractive(field: Field, pieces: tuple[Piece, ...]) -> tuple[Part, ...]:
    """The text of a narrative field in parts.

    What the applicant wrote for the field stands as it is, and behind it what it leaves out. Other facts are put in
    order: by year where the form parts the field by years, else by element.
    """
    own = tuple(piece for piece in pieces if piece.own)
    if own:
        return tuple(_as_written(field, own, pieces))
    if field.years:
        return tuple(_by_year(field, pieces))
    return tuple(_by_element(field, pieces))


def _as_written(field: Field, own: tuple[Piece, ...], pieces: tuple[Piece, ...]) -> Iterator[Part]:
    for n in sorted({piece.paragraph for piece in own}):
        yield Part("", tuple(piece for piece in own if piece.paragraph == n))
    told = {piece.element for piece in own}
    for element in field.elements:
        if element.asked and element.id not in told:
            others = tuple(piece for piece in pieces if piece.element == element.id and not piece.own)
            yield Part("", others, element.quote.text, element.id)


def _by_element(field: Field, pieces: tuple[Piece, ...]) -> Iterator[Part]:
    at_large = tuple(piece for piece in pieces if not piece.element)
    if not field.elements:
        yield Part("", at_large, called(field))
        return
    if at_large:
        yield Part("", at_large)
    headed = len(field.elements) > 1
    for n, element in enumerate(_told_or_asked(field, pieces), 1):
        words = element.quote.text
        mine = tuple(piece for piece in pieces if piece.element == element.id)
        yield Part(prose.heading(n, words) if headed else "", mine, words if element.asked else "", element.id)


def _by_year(field: Field, pieces: tuple[Piece, ...]) -> Iterator[Part]:
    order = {element.id: n for n, element in enumerate(field.elements)}
    ranked = tuple(sorted(pieces, key=lambda piece: order.get(piece.element, -1)))
    if general := tuple(piece for piece in ranked if piece.year not in field.years and not piece.closing):
        yield Part("", general)
    for year in field.years:
        mine = tuple(piece for piece in ranked if piece.year == year)
        missing = prose.said("missing.year", year=str(year), what=called(field))
        named = bool(mine) and mine[0].text.startswith(str(year))
        yield Part("" if named else prose.said("part.year", year=str(year)), mine, "" if mine else missing)
    if closing := tuple(piece for piece in ranked if piece.closing):
        yield Part("", closing)
    told = {piece.element for piece in pieces if piece.tells}
    for element in field.elements:
        if element.asked and element.id not in told and any(piece.text for piece in pieces):
            yield Part("", (), element.quote.text, element.id)


def _told_or_asked(field: Field, pieces: tuple[Piece, ...]) -> list[Element]:
    told = {piece.element for piece in pieces}
    return [element for element in field.elements if element.asked or element.id in told]
