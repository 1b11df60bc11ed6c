"""The units that a question names: which of the words found name one, and what it is said not to be."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.question.lexicon import Match
from assistant.answering.question.seams import Seams
from assistant.answering.question.text import A_NOT_A
from assistant.guideline.patterns import regex
from assistant.guideline.values import DENIED, Unit
from assistant.programmes.units import Mention

_DENIED = regex(
    r"不是|不经过|不通过|绕开|绕过|不找|不跟|不和|并非|不属于?|既不|也不|没有任何|没有|不用|不需要|无需|非$|(?:\bnot|n't) an?\b"
)
# "neither a …", "nor is it one of the …": right before the unit, however far the denial reaches.
_DENIED_RIGHT_BEFORE = regex(r"(?:\b(?:not|neither|nor)\b|n't)(?: (?:an?|the|any|one|of|is|are|it|we|being))*\s*$")
_OWNED = regex(
    r"(?:我校|我院|我司|本[校院司]|(?:我们?|咱们?)(?:学校|学院|公司|单位))(?:里|内)?(?:也|还|都|已经?)?(?:建|设|拥)?有了?"
    r"(?:[一两几]?[家个所座])?[^，,。；？?]{0,8}$"
)
_PART_ENDS = regex(r"[，,。；;]")


def free(units: tuple[Mention, ...], matches: tuple[Match, ...], seams: Seams) -> tuple[Mention, ...]:
    """Units that are not part of a longer word for something else ("企业" in "企业导师"), nor the end of one word and
    the beginning of the next ("还不|行会")."""
    longer = [m for m in matches if m.kind == "concept" and not any(c.startswith("bureau_") for c in m.concepts)]
    return tuple(
        u
        for u in units
        if not any(m.start <= u.start and u.end <= m.end and m.end - m.start > u.end - u.start for m in longer)
        and not (u.end - u.start == 2 and seams.torn_before(u.start, u.end))
    )


def affirmed(mention: Mention, text: str) -> Unit | None:
    """The unit, None where it is denied ("not a school") or told only as what who asks has ("我校有大学科技园，能…");
    a denied feature is kept as lacking ("not ministry-run")."""
    if _OWNED.search(text[: mention.start]) and _PART_ENDS.match(text, mention.end):
        return None
    before = A_NOT_A.sub(lambda m: "　" * len(m.group()), text[: mention.start])
    near = before[-10 if mention.unit.words.isascii() else -5 :]
    if not (_DENIED.search(near) or _DENIED_RIGHT_BEFORE.search(before)):
        return mention.unit
    told = [(n, DENIED + v) for n, v in mention.unit.features if n in ("affiliation", "designation", "ownership")]
    return Unit(mention.unit.kind, tuple(told), mention.unit.words) if told else None


def told_apart(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Without a unit that only says what another of its kind is not ("co-built, not ministry-run"); what is said in
    several words of one kind that it is not is not so of one unit ("neither ministry-run nor co-built")."""

    def only_denies(unit: Unit) -> bool:
        denied = [n for n, v in unit.features if v.startswith(DENIED)]
        return bool(denied) and any(
            other.kind == unit.kind and not other.feature(n).startswith(DENIED) and other.feature(n)
            for other in units
            for n in denied
        )

    kept: list[Unit] = []
    for unit in (u for u in units if not only_denies(u)):
        before = next((u for u in kept if u.kind == unit.kind and _denied_alike(u, unit)), None)
        if before is None:
            kept.append(unit)
            continue
        name, value = unit.features[0]
        kept[kept.index(before)] = replace(before, features=((name, before.feature(name) + value),))
    return tuple(kept)


def _denied_alike(one: Unit, other: Unit) -> bool:
    """Whether of both nothing is known but what they are not, in one respect."""
    features = (*one.features, *other.features)
    return (
        len(one.features) == len(other.features) == 1
        and one.features[0][0] == other.features[0][0]
        and all(v.startswith(DENIED) for _, v in features)
    )
