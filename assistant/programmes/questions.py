"""What is still to be asked: only facts of which two answers give some programme two different results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.guideline.quote import Quote
from assistant.programmes.criteria import Sheet
from assistant.programmes.open_facts import Fact, What, facts
from assistant.programmes.profile import Profile
from assistant.programmes.rulings import Amount, Reason, Ruled
from assistant.programmes.selfcheck import Result, changed, ruled_anew


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its label, and the JSON value that goes to the question's path."""

    label: Reason
    value: object


@dataclass(frozen=True, slots=True)
class Asked:
    """A question. `programmes` are those whose result it can change, `criteria` what turns on it, `quotes` their
    clauses. `path` is where an option's value goes in the JSON of the profile."""

    id: str
    path: tuple[str | int, ...]
    what: What
    text: Reason
    options: tuple[Choice, ...]
    programmes: tuple[str, ...]
    criteria: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """A fact with the criteria of each programme that turn on it."""

    fact: Fact
    name: str
    by: tuple[tuple[Sheet, Ruled], ...]


def questions(sheets: tuple[Sheet, ...], results: tuple[Result, ...], profile: Profile) -> tuple[Asked, ...]:
    """What to ask next, what can settle most programmes first.

    A programme that is unmet is asked nothing for. Where no single answer changes a result but several together do
    (two of three partners must be of a kind), those are asked.
    """
    pending = [(s, r) for s, r in zip(sheets, results, strict=True) if r.overall == "unknown"]
    opened = _opened(pending, profile)
    moved: dict[str, list[str]] = {o.fact.id: [] for o in opened}
    for sheet, result in pending:
        alone = _alone(opened, sheet, result, profile)
        for one in alone or _together(opened, sheet, result, profile):
            moved[one.fact.id].append(sheet.card.programme)
    kept = [_asked(o, tuple(moved[o.fact.id])) for o in opened if moved[o.fact.id]]
    return tuple(sorted(kept, key=lambda q: -len(q.programmes)))


def _opened(pending: list[tuple[Sheet, Result]], profile: Profile) -> list[_Open]:
    """Every fact that some unknown criterion turns on, once."""
    named: dict[str, list[tuple[Sheet, Ruled]]] = {}
    for sheet, result in pending:
        for found in result.criteria:
            for name in found.open if found.ruling == "unknown" else ():
                named.setdefault(name, []).append((sheet, found))
    made: dict[str, _Open] = {}
    for name, by in named.items():
        for fact in facts(name, tuple(by), profile):
            about = tuple((s, r) for s, r in by if name != "answer" or fact.path[-1] == r.criterion.id)
            made.setdefault(fact.id, _Open(fact, name, about))
    return list(made.values())


def _alone(opened: list[_Open], sheet: Sheet, result: Result, profile: Profile) -> list[_Open]:
    """The facts of which two answers give the programme two different results. What is found of one partner holds for
    another of whom the same is told."""
    found: dict[object, bool] = {}
    kept = []
    for one in opened:
        field, *more = one.fact.path
        alike = one.fact.id
        if field == "partners" and more:
            alike = f"{(profile.partners or ())[int(more[0])]}{one.fact.id.partition('.')[2].partition('.')[2]}"
        if alike not in found:
            found[alike] = _differ(one.fact, sheet, result)
        kept += [one] if found[alike] else []
    return kept


def _differ(fact: Fact, sheet: Sheet, result: Result) -> bool:
    seen = None
    for option in fact.options:
        made = changed(sheet, result, str(fact.path[0]), option.profile)
        if seen is not None and made != seen:
            return True
        seen = made
    return False


def _together(opened: list[_Open], sheet: Sheet, result: Result, profile: Profile) -> Iterator[_Open]:
    """The facts that change the result of a programme together where none does alone.

    For each unknown criterion its facts are told at their best, one after the other, until the answer to one changes
    the ruling; those that brought it nearer are asked with it. All of it only where the ruling can change the result:
    where it can become unmet, or where every other criterion can be met.
    """
    lost = [r for r in result.criteria if r.ruling == "unknown" and not r.open]
    for found in result.criteria:
        told: list[_Open] = []
        best = profile
        mine = (
            [o for o in opened if any(s is sheet and r is found for s, r in o.by)] if found.ruling == "unknown" else []
        )
        for one in mine:
            made = [(ruled_anew(found.criterion, p, sheet), p) for p in _answers(one, best)]
            rulings = {r.ruling for r, _ in made}
            if len(rulings) > 1 and ("unmet" in rulings or not lost):
                yield from (*told, one)
                break
            nearest = max(made, key=lambda m: _counted(m[0]), default=None)
            if nearest is not None and _counted(nearest[0]) > _counted(ruled_anew(found.criterion, best, sheet)):
                told.append(one)
                best = nearest[1]


def _counted(found: Ruled) -> Fraction:
    """How many units a ruling counts for certain."""
    given = dict(found.reason.values).get("given")
    return (given.interval.low or Fraction(0)) if isinstance(given, Amount) else Fraction(0)


def _answers(one: _Open, profile: Profile) -> list[Profile]:
    """The profiles that the answers to a fact make of another profile."""
    return [o.profile for f in facts(one.name, one.by, profile) if f.id == one.fact.id for o in f.options]


def _asked(found: _Open, programmes: tuple[str, ...]) -> Asked:
    fact = found.fact
    about = [r for s, r in found.by if s.card.programme in programmes]
    return Asked(
        fact.id,
        fact.path,
        fact.what,
        fact.text,
        tuple(Choice(o.label, o.value) for o in fact.options),
        tuple(dict.fromkeys(programmes)),
        tuple(dict.fromkeys(r.criterion.id for r in about)),
        tuple(dict.fromkeys(q for r in about for q in r.quotes)),
    )
