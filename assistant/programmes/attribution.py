"""Which programme a place in a document speaks of."""

from __future__ import annotations

import re

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width

_LISTED = regex(r"^(?:[、和与及\s,(]|以及|或者?|的)+$")


class Names:
    """The programmes of one document by annex, heading path and name.

    Order of evidence: the only programme of the document; the annex subtree; a heading above the clause that
    names one; the nearest name before the place in the same sentence (a subject stands before its verb; names
    joined by 、 or 和 all count); the nearest after it. Otherwise (): the place speaks for all. Of the programmes of
    a document that it amends, one that founds its own speaks only where it names them.
    """

    def __init__(self, guideline: Guideline) -> None:
        self._programmes = guideline.spoken
        self._by_name: dict[str, str] = {}
        for programme in self._programmes:
            for name in programme.names:
                self._by_name.setdefault(half_width(name), programme.id)
        listed = "|".join(re.escape(n) for n in sorted(self._by_name, key=len, reverse=True) if n)
        self._pattern = re.compile(listed or r"(?!)")
        self._annex = _subtrees(guideline)
        self._tops = tuple(p.id for p in self._programmes if not self._is_part(p.id))
        own = tuple(p.id for p in guideline.programmes if p.id in self._tops)
        self._unnamed = own if own and guideline.also else ()

    def _is_part(self, programme: str) -> bool:
        return any(programme.startswith(f"{p.id}/") for p in self._programmes)

    def home(self, clause: Clause) -> tuple[str, ...]:
        """The programmes that the place of a clause alone decides."""
        if len(self._tops) == 1:
            return self._tops
        if clause.id in self._annex:
            return (self._annex[clause.id],)
        for heading in reversed((*clause.path, clause.heading)):
            named = {self._by_name[m[0]] for m in self._pattern.finditer(half_width(heading))}
            if len(named) == 1:
                return tuple(named)
        return self._unnamed

    def named(self, text: str) -> tuple[tuple[str, int, int], ...]:
        """(programme id, start, end) of every programme name in a half-width text."""
        return tuple((self._by_name[m[0]], m.start(), m.end()) for m in self._pattern.finditer(text))

    def at(self, clause: Clause, text: str, position: int) -> tuple[str, ...]:
        """The programmes that text[position] of a sentence of the clause speaks of."""
        home = self.home(clause)
        if len(self._programmes) <= 1:
            return home
        if self._unnamed and home == self._unnamed:
            home = ()
        mentions = self.named(text)
        if home:
            parts = tuple(m for m in mentions if any(m[0].startswith(f"{h}/") for h in home))
            return self._nearest(parts, text, position) or home
        return self._nearest(mentions, text, position) or home or self._unnamed

    def _nearest(self, mentions: tuple[tuple[str, int, int], ...], text: str, position: int) -> tuple[str, ...]:
        before = [m for m in mentions if m[1] < position]
        if not before:
            after = [m for m in mentions if m[1] >= position and ";" not in text[position : m[1]]]
            return (after[0][0],) if after else ()
        chosen = [before[-1]]
        for earlier in reversed(before[:-1]):
            if not _LISTED.match(text[earlier[2] : chosen[-1][1]]):
                break
            chosen.append(earlier)
        ids = tuple(dict.fromkeys(m[0] for m in reversed(chosen)))
        parents = {i for i in ids if any(j.startswith(f"{i}/") for j in ids)}
        ids = tuple(i for i in ids if i not in parents)
        return () if set(ids) >= set(self._tops) and len(ids) > 1 else ids


def _subtrees(guideline: Guideline) -> dict[str, str]:
    below: dict[str | None, list[str]] = {}
    for clause in guideline.clauses:
        below.setdefault(clause.parent, []).append(clause.id)
    found: dict[str, str] = {}
    for programme in guideline.programmes:
        part = any(programme.id.startswith(f"{p.id}/") for p in guideline.programmes)
        waiting = [programme.annex] if programme.annex and not part else []
        while waiting:
            clause_id = waiting.pop()
            if clause_id not in found:
                found[clause_id] = programme.id
                waiting += below.get(clause_id, [])
    return found
