"""Drafts on their way, kept within the limit of their field and that of the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.drafting.count import words
from assistant.drafting.draft import Flag
from assistant.drafting.field import Field, Limit
from assistant.drafting.parts import Part, rendered, shortened
from assistant.drafting.short_forms import introduced


@dataclass(frozen=True, slots=True)
class Work:
    """A field on its way: its parts and what was flagged so far."""

    field: Field
    label: str
    parts: tuple[Part, ...]
    flags: tuple[Flag, ...]


def within(works: list[Work], full: Mapping[str, str]) -> Iterator[Work]:
    """Each field within its own limit, with abbreviations in full as they will stand there."""
    known: frozenset[str] = frozenset()
    for work in works:
        if (limit := work.field.limit) is not None:
            before = known

            def fits(parts: tuple[Part, ...], most: int = limit.most, seen: frozenset[str] = before) -> bool:
                return words(introduced(rendered(parts), full, seen).text) <= most

            made = shortened(work.parts, fits)
            work = replace(work, parts=made.parts, flags=(*work.flags, *_dropped(made.dropped, limit)))
        known = introduced(rendered(work.parts), full, known).known
        yield work


def within_whole(works: list[Work], full: Mapping[str, str], limit: Limit) -> list[Work]:
    """All fields together within the limit of the whole text."""

    def regrouped(parts: tuple[Part, ...]) -> list[Work]:
        rest = list(parts)
        made = []
        for work in works:
            mine, rest = rest[: len(work.parts)], rest[len(work.parts) :]
            made.append(replace(work, parts=tuple(mine)))
        return made

    def fits(parts: tuple[Part, ...]) -> bool:
        if len(parts) < sum(len(work.parts) for work in works):
            return True
        again = regrouped(parts)
        return _count(again, texts_of(again, full)) <= limit.most

    made = shortened(tuple(part for work in works for part in work.parts), fits)
    short = regrouped(made.parts)
    if made.dropped:
        short[0] = replace(short[0], flags=(*short[0].flags, *_dropped(made.dropped, limit)))
    return short


def texts_of(works: list[Work], full: Mapping[str, str]) -> dict[str, str]:
    """The text of each field, each abbreviation in full where the form first mentions it."""
    known: frozenset[str] = frozenset()
    texts = {}
    for work in works:
        made = introduced(rendered(work.parts), full, known)
        texts[work.field.path], known = made.text, made.known
    return texts


def _count(works: list[Work], texts: Mapping[str, str]) -> int:
    return whole_count((work.label, texts[work.field.path]) for work in works)


def whole_count(told: Iterable[tuple[str, str]]) -> int:
    """字数 of all texts together, their labels counted."""
    return words(whole_text(told))


def whole_text(told: Iterable[tuple[str, str]]) -> str:
    """Labels with the texts below them."""
    return "\n".join(f"{label}\n{text}" for label, text in told)


def _dropped(sentences: tuple[str, ...], limit: Limit) -> tuple[Flag, ...]:
    told = [sentence for sentence in sentences if sentence]
    long = [sentence for sentence in told if words(sentence) > limit.most]
    flags = [Flag("too_long", (("n", str(words(s))), ("most", str(limit.most))), limit.quote) for s in long]
    if rest := [sentence for sentence in told if sentence not in long]:
        values = (("n", str(len(rest))), ("most", str(limit.most)), ("first", rest[0][:40]))
        flags.append(Flag("shortened", values, limit.quote))
    return tuple(flags)
