"""What a fact that is not told can turn out to be: every answer with the profile it would make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal

from assistant.guideline.values import Unit
from assistant.programmes.bounds import exactly, in_years
from assistant.programmes.criteria import Criterion, Sheet
from assistant.programmes.pieces import pieces, years_in_words
from assistant.programmes.profile import Partner, Profile
from assistant.programmes.rulings import Amount, Reason, Ruled, reason
from assistant.programmes.told_units import FEATURES
from assistant.programmes.units import taxonomy

What = Literal["kind", "choice", "yes_no", "number", "place"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its `label`, the JSON `value` it has in a profile, and the profile it makes."""

    label: Reason
    value: Any
    profile: Profile


@dataclass(frozen=True, slots=True)
class Fact:
    """Something not told yet. `path` is where its answer goes in the JSON of a profile."""

    id: str
    path: tuple[str | int, ...]
    what: What
    text: Reason
    options: tuple[Option, ...]


def facts(name: str, by: tuple[tuple[Sheet, Ruled], ...], profile: Profile) -> Iterator[Fact]:
    """The questions about a fact that the criteria of `by` turn on."""
    base, _, last = name.rpartition(".")
    partner = int(base.rpartition(".")[2]) if base else None
    match last:
        case "unit":
            yield from _units(name, partner, profile)
        case "region":
            yield _place(name, partner, {s.local for s, _ in by if s.local}, profile)
        case "age" | "cooperation":
            yield from _years(last, name, partner, _criteria(by, last), profile)
        case "ratio":
            for criterion in _criteria(by, "ratio"):
                yield _share(criterion, profile)
        case "submitting":
            yield _submitting(_criteria(by, "quota"), profile)
        case "partners":
            yield _partners(by, profile)
        case "role":
            sides = [Option(reason(s), s, replace(profile, role=s)) for s in ("lead", "joint")]
            yield Fact("role", ("role",), "choice", reason("role"), tuple(sides))
        case "legal_person":
            sure = [Option(reason("yes" if s else "no"), s, replace(profile, legal_person=s)) for s in (True, False)]
            yield Fact("legal_person", ("legal_person",), "yes_no", reason("legal_person"), tuple(sure))
        case "answer":
            for criterion in {r.criterion.id: r.criterion for _, r in by}.values():
                yield _answer(criterion, profile)


def _units(name: str, partner: int | None, profile: Profile) -> Iterator[Fact]:
    """The kind of unit, then what sets units of the kind apart."""
    told = profile.unit if partner is None else _at(profile, partner).unit
    path = _path(name)
    if told is None:
        kinds = [Unit(k) for k in taxonomy().labels if k not in taxonomy().generic and k != "person"]
        yield _choose(name, path, "kind", "unit", partner, kinds, profile)
        return
    below = sorted(taxonomy().descendants(told.kind) - {told.kind})
    yield _choose(name, path, "kind", "unit", partner, [replace(told, kind=k, words="") for k in below], profile)
    if not told.feature("designation") and "enterprise" in taxonomy().above(told.kind):
        units = _joined(told, taxonomy().designated())
        yield _choose(f"{name}.designation", path, "choice", "designation", partner, units, profile)
    for feature in ("ownership", "affiliation", "level"):
        ruled_out = {out for n, v in told.features for out in taxonomy().ruled_out(n, v)}
        if not told.feature(feature) and feature not in ruled_out:
            units = _joined(told, (Unit(told.kind, ((feature, v),)) for v in taxonomy().values(feature)))
            yield _choose(f"{name}.{feature}", path, "choice", feature, partner, units, profile)


def _joined(told: Unit, others: Iterable[Unit]) -> Iterator[Unit]:
    """The unit with the features of each other too, where they do not contradict its own."""
    for other in others:
        features = {**dict(other.features), **dict(told.features)}
        agrees = all(features[n] == v for n, v in other.features)
        if agrees and not any(out in features for n, v in features.items() for out in taxonomy().ruled_out(n, v)):
            yield Unit(told.kind, tuple(sorted(features.items())))


def _choose(
    name: str, path: tuple[str | int, ...], what: What, key: str, partner: int | None, units: Iterable[Unit], p: Profile
) -> Fact:
    options = tuple(Option(reason("unit", asked=(u,)), unit_fields(u), _with(p, partner, unit=u)) for u in units)
    return Fact(name, path, what, _text(key, partner), options)


def unit_fields(unit: Unit) -> dict[str, str]:
    """A unit as a profile's JSON has it."""
    return {"kind": unit.kind, **{n: v for n, v in unit.features if n in FEATURES}}


def _place(name: str, partner: int | None, locals_: set[str], profile: Profile) -> Fact:
    options = [Option(reason("place", place=p), p, _with(profile, partner, region=p)) for p in sorted(locals_)]
    for key, value, region in (
        ("other_city", "外市", "elsewhere"),
        ("other_province", "外省", "elsewhere-province"),
        ("abroad", "境外", "abroad"),
    ):
        options.append(Option(reason(key), value, _with(profile, partner, region=region)))
    return Fact(name, _path(name), "place", _text("region", partner), tuple(options))


def _years(
    fact: str, name: str, partner: int | None, criteria: tuple[Criterion, ...], profile: Profile
) -> Iterator[Fact]:
    bounds = {in_years(c.quantity) for c in criteria}
    options = tuple(
        Option(reason("amount", amount=Amount(i, "年")), years_in_words(i), _with(profile, partner, **{fact: i}))
        for i in pieces(bounds)
    )
    yield Fact(name, _path(name), "number", _text(fact, partner), options)


def _share(criterion: Criterion, profile: Profile) -> Fact:
    rule = criterion.statements[0]
    mentors = "导师" in rule.subject
    path: tuple[str | int, ...] = ("mentor_share",) if mentors else ("ratios", rule.subject)
    options = []
    for piece in pieces({criterion.quantity.interval}):
        piece = replace(piece, high=Fraction(1) if piece.high is None else piece.high)
        shares = (*(s for s in profile.shares if s[0] != rule.subject), (rule.subject, piece))
        made = replace(profile, mentor_share=piece) if mentors else replace(profile, shares=shares)
        inner = piece.low if piece.low and not piece.low_open else None
        value = f"{inner}以上" if inner else f"{'低于' if piece.high_open else '不超过'}{piece.high}"
        options.append(Option(reason("amount", amount=Amount(piece, "比例")), value, made))
    text = reason("ratio", subject=rule.subject or rule.quote.text[:40])
    return Fact(f"ratio:{rule.subject}", path, "number", text, tuple(options))


def _submitting(criteria: tuple[Criterion, ...], profile: Profile) -> Fact:
    highest = [int(c.quantity.interval.high or 0) for c in criteria]
    numbers = sorted({n for h in highest for n in (h, h + 1)} - {0})
    options = tuple(
        Option(reason("amount", amount=Amount(exactly(n), "个")), n, replace(profile, submitting=n)) for n in numbers
    )
    return Fact("submitting", ("submitting",), "number", reason("submitting"), options)


def _partners(by: tuple[tuple[Sheet, Ruled], ...], profile: Profile) -> Fact:
    """How many joint units: none, one, and either side of every bound on all of them."""
    numbers = {0, 1}
    for criterion in _criteria(by, "count"):
        interval = criterion.quantity.interval
        for bound in (interval.low, interval.high):
            numbers |= {int(bound) - 1, int(bound), int(bound) + 1} if bound is not None else set()
    options = tuple(
        Option(
            reason("amount", amount=Amount(exactly(n), "家")),
            [{"count": n}] if n else [],
            replace(profile, partners=(Partner(count=n),) if n else ()),
        )
        for n in sorted(numbers)
        if n >= 0
    )
    return Fact("partners", ("partners",), "number", reason("partners"), options)


def _answer(criterion: Criterion, profile: Profile) -> Fact:
    options = []
    for said in ("met", "unmet"):
        answers = (*(a for a in profile.answers if a[0] != criterion.id), (criterion.id, said))
        options.append(Option(reason("yes" if said == "met" else "no"), said, replace(profile, answers=answers)))
    return Fact(f"answer:{criterion.id}", ("answers", criterion.id), "yes_no", reason("answer"), tuple(options))


def _criteria(by: tuple[tuple[Sheet, Ruled], ...], kind: str) -> tuple[Criterion, ...]:
    found = {(s.card.programme, r.criterion.id): r.criterion for s, r in by if r.criterion.kind == kind}
    return tuple({c.id: c for c in found.values()}.values())


def _at(profile: Profile, partner: int) -> Partner:
    return (profile.partners or ())[partner]


def _with(profile: Profile, partner: int | None, **told: Any) -> Profile:
    if partner is None:
        return replace(profile, **told)
    changed = list(profile.partners or ())
    changed[partner] = replace(changed[partner], **told)
    return replace(profile, partners=tuple(changed))


def _path(name: str) -> tuple[str | int, ...]:
    return tuple(int(part) if part.isdecimal() else part for part in name.split("."))


def _text(key: str, partner: int | None) -> Reason:
    return reason(key) if partner is None else reason(f"partner_{key}", number=partner + 1)
