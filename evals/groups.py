"""Documents that must be settled together, because one amends another or a reviewed card quotes both, and those that
need not: an edit of one group leaves what the others state as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.guideline.document import Guideline, Programme
from assistant.guideline.statement import Statement
from assistant.indexing import settled
from assistant.programmes.card_files import CardFile, Place
from assistant.store import Texts


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Documents that are settled together, in the order of the corpus, with the cards of their programmes."""

    names: tuple[str, ...]
    cards: tuple[CardFile, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents."""
        return frozenset(self.names)

    def settled(self, guidelines: Mapping[str, Guideline], statements: Mapping[str, tuple[Statement, ...]]) -> Texts:
        """What these documents state, as reviewed and amended."""
        said = tuple(s for name in self.names for s in statements[name])
        return settled(tuple(guidelines[name] for name in self.names), said, self.cards)


def groups(guidelines: Sequence[Guideline], cards: Sequence[CardFile]) -> tuple[Group, ...]:
    """Every document in exactly one group."""
    home = {p.id: g.id for g in guidelines for p in g.programmes if p.held}
    parts = [{g.id} for g in guidelines]
    ties = [{g.id, *g.entry.amends, *(p.document for p in g.also)} for g in guidelines]
    ties += [{home[c.programme], *(p.document for p in _places(c) if p.document)} for c in cards if c.programme in home]
    for tie in ties:
        tied = [part for part in parts if part & tie]
        parts = [part for part in parts if part not in tied] + [set().union(*tied)]
    return tuple(
        Group(tuple(g.id for g in guidelines if g.id in part),
              tuple(c for c in cards if home.get(c.programme) in part))
        for part in parts
    )  # fmt: skip


def gathered(order: Sequence[str], parts: Iterable[Texts], others: tuple[Programme, ...]) -> Texts:
    """The texts of all groups as one, documents in that order; look-alikes travel with the first."""
    held = tuple(parts)
    rank = {name: number for number, name in enumerate(order)}
    guidelines = sorted((g for part in held for g in part.guidelines), key=lambda g: rank[g.id])
    programmes = {p.id: n for n, p in enumerate(p for g in guidelines for p in g.programmes)}
    first = replace(guidelines[0], programmes=(*guidelines[0].programmes, *others))
    said = sorted((s for part in held for s in part.statements), key=lambda s: rank[s.quote.clause.document])
    return Texts(
        (first, *guidelines[1:]),
        tuple(said),
        cards=tuple(sorted((c for part in held for c in part.cards), key=lambda c: programmes[c.programme])),
        amendments=tuple(a for part in held for a in part.amendments),
    )


def _places(card: CardFile) -> Iterator[Place]:
    yield from (draft.place for draft in card.drafts)
    yield from (rejected.place for rejected in card.rejected)
    yield from (place for clash in card.clashes for place in clash.places)
