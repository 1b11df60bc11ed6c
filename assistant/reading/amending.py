"""Which documents change which: as the catalogue says, else as a document's title does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.guideline.document import Guideline, Programme
from assistant.reading.catalogue import Catalogue, bad_catalogue
from assistant.reading.front import NUMBER

_CHANGES = re.compile("修改|修订|修正|调整|补充|更正|勘误|延期|延长|推迟|顺延|变更")
_ANEW = re.compile("印发|发布|公布|废止")  # a text issued again, or ended, is not changed in places
_CITED = re.compile("《([^《》]{4,80})》")
_OPENING = 6  # clauses in which a notice says what it goes back to
_LEAST = 8  # characters of a title that tell one document from another


def related(guidelines: tuple[Guideline, ...], catalogue: Catalogue, present: frozenset[str]) -> tuple[Guideline, ...]:
    """The documents, those that amend others with `entry.amends` and the programmes they speak of by that.

    `present` are the ids of all source files, the unreadable ones too. BadCatalogue where the catalogue names a
    document that nobody has, or where documents amend each other in a circle.
    """
    held = {g.id: g for g in guidelines}
    for identity, entry in catalogue.entries.items():
        for stem in entry.amends:
            if stem not in present and stem not in catalogue.entries:
                raise bad_catalogue(f"{identity} amends {stem!r}, and there is no such document")
    amends = {g.id: tuple(s for s in _amends(g, guidelines, catalogue) if s in held) for g in guidelines}
    changing = {g.id for g in guidelines if amends[g.id] or g.entry.amends}
    for identity in sorted(amends):
        _below(identity, amends)
    own = {g.id: catalogue.of(g.id) if g.id in changing else g.programmes for g in guidelines}
    return tuple(
        replace(
            held[i],
            entry=replace(held[i].entry, amends=amends[i]),
            programmes=own[i],
            also=_also(_below(i, amends), held, own) if i in changing else (),
        )
        for i in held
    )


def _amends(guideline: Guideline, others: tuple[Guideline, ...], catalogue: Catalogue) -> tuple[str, ...]:
    if guideline.entry.amends or catalogue.of(guideline.id):
        return guideline.entry.amends
    title = guideline.entry.title
    if not _CHANGES.search(title) or _ANEW.search(title.split("《")[0]):
        return ()
    earlier = tuple(o for o in others if o.id != guideline.id and not _later(o, guideline))
    cited = _cited(title, earlier)
    if not cited:
        opening = "\n".join(c.text for c in guideline.clauses[:_OPENING] if c.kind != "title")
        cited = _cited(opening, tuple(o for o in earlier if _names(title, o)))
    return tuple(sorted(cited))


def _later(one: Guideline, other: Guideline) -> bool:
    return bool(one.entry.issued and other.entry.issued and one.entry.issued > other.entry.issued)


def _cited(text: str, others: tuple[Guideline, ...]) -> set[str]:
    """The documents that the text gives by number, or by title where one alone has it."""
    numbers = [_bare(m.group()) for m in NUMBER.finditer(text)]
    found = {o.id for o in others if o.entry.number and any(n.endswith(_bare(o.entry.number)) for n in numbers)}
    for title in (_bare(m.group(1)) for m in _CITED.finditer(text)):
        same = {o.id for o in others if _alike(title, _bare(o.entry.title))}
        found |= same if len(same) == 1 else set()
    return found


def _alike(cited: str, title: str) -> bool:
    """Whether a title is meant: cited in full, or without the office before it."""
    return min(len(cited), len(title)) >= _LEAST and (title.endswith(cited) or cited.endswith(title))


def _names(title: str, other: Guideline) -> bool:
    return any(len(name) >= 4 and _bare(name) in _bare(title) for p in other.programmes for name in p.names)


def _bare(text: str) -> str:
    return re.sub(r"[\s《》“”\"'‘’〔〕\[\]（）()【】第]", "", text)


def _below(identity: str, amends: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The documents that one amends, directly or through another, nearest first."""
    found: list[str] = []
    waiting = list(amends[identity])
    while waiting:
        other = waiting.pop(0)
        if other == identity:
            raise bad_catalogue(f"{identity} amends itself, directly or through another document")
        if other not in found:
            found.append(other)
            waiting += amends[other]
    return tuple(found)


def _also(
    below: tuple[str, ...], held: dict[str, Guideline], own: dict[str, tuple[Programme, ...]]
) -> tuple[Programme, ...]:
    return tuple({p.id: p for i in sorted(below) for p in _known_by(held[i], own[i])}.values())


def _known_by(guideline: Guideline, programmes: tuple[Programme, ...]) -> Iterator[Programme]:
    """The programmes as another document speaks of them: where there is one alone, by the document's number too."""
    tops = [p for p in programmes if "/" not in p.id]
    for programme in programmes:
        names = programme.names
        if len(tops) == 1 and programme in tops and guideline.entry.number:
            names = (*names, guideline.entry.number)
        yield replace(programme, names=names, annex="")
