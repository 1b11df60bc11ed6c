"""A question after another: what it leaves out is taken from the one before."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.question.frame import Frame
from assistant.answering.question.framing import replaced
from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.resolve import Resolver
from assistant.answering.question.told_figures import added
from assistant.guideline.patterns import regex
from assistant.guideline.values import Unit
from assistant.programmes.regions import regions
from assistant.programmes.units import Taxonomy

_AND_IT = regex(r"(?:那么?|还有|至于)?[^，,。；;？?]{3,14}呢[？?]?")
_SUPPOSED = regex(r"^(?:那么?)?(?:要是|如果|万一|假如|倘若|若是)(?!是|换)|\bwhat if\b")
_THEY = regex(
    r"(?<!其)[它他她](?!人)们?|[这那该][家所个](?:单位|机构|学校|企业|公司|院校|高校)?(?=[能可来当做牵挑作自]|$)|人家|对方|\b(?:they|it|them)\b"
)
_CONDITIONS = regex(r"(?:满足|符合|达到|具备|有)(?:什么|哪些|啥)|(?:什么|哪些|啥)(?:条件|要求|资格)")

_BESIDE_A_NAME = regex(
    r"[\s　，,。？?！!“”\"]|那么?|呢|的|换成?|要是|如果|是|又|也|对于?|\b(?:and|what|how|about|for|the|then|so)\b"
)
_PICKS = regex(r"[\s，,。？?！!的呢吧啊]|[那这]个|我?(?:问|说|指)的?是|是")
_TOLD = regex(r"[过了](?![吗没么吧])")
_POINTS = regex(r"[这那该此其它]|\b(?:it|its|they|them|their|that|this|those|these)\b")
_TELLING = 1.0


def _of_other(now: Frame, before: Frame) -> bool:
    """Whether the role named before was told of a unit alone ("牵头的学校"), and another one is asked about now."""
    kinds = {u.kind for u in now.units}
    words = "|".join(re.escape(u.words.lower()) for u in before.units if u.kind not in kinds)
    met = _CONDITIONS.search(now.masked) and not now.role and kinds.isdisjoint(u.kind for u in before.units)
    return bool(met or words and re.search(rf"(?:牵头|联合申报|参与)的?(?:{words})", before.masked))


def _unless_open(now: Frame, asks: frozenset[str]) -> frozenset[str]:
    """The interrogatives asked before, none where the question has one of its own that is no kind ("要交啥材料") or
    supposes a case: then what follows from it is asked."""
    if _SUPPOSED.search(now.masked) and any(t.grounded and t.weight >= 1.5 for t in now.terms if t.kind != "unit"):
        return frozenset()
    return frozenset() if re.search(r"什么|啥|\bwhat\b(?! about)", now.masked) else asks


def _whence(before: Frame) -> tuple[str, ...]:
    """Where who asked before is, elsewhere where they said that they are not in the place that they named."""
    return tuple("elsewhere" if regions().apart(before.masked, p) else p for p in before.places)


class Follower:
    """Fills in what a question leaves out from the one before it."""

    def __init__(self, lexicon: Lexicon, taxonomy: Taxonomy, resolver: Resolver) -> None:
        self._lexicon, self._taxonomy, self._resolver = lexicon, taxonomy, resolver

    def _completed(self, now: Frame, before: Frame) -> Frame:
        """A level or a further number told alone goes with the unit and the number told before."""
        level = self._taxonomy.level(now.masked)
        if level and not now.units and before.units:
            last = before.units[-1]
            features = tuple(sorted({**dict(last.features), "level": level}.items()))
            now = replace(
                now,
                units=(
                    Unit(last.kind, tuple(f for f in features if f[0] != "level_min"), now.masked.strip("？?呢的 ")),
                ),
            )
        if re.search(r"再(?:加|多|来|报|添)|\b(?:more|another)\b", now.masked) and now.quantities and before.quantities:
            now = replace(now, quantities=(added(before.quantities[-1], now.quantities[0]), *now.quantities[1:]))
        return now

    def _asked_before(self, now: Frame, before: Frame) -> frozenset[str]:
        """The interrogatives asked before; none where a value is named alone ("邮箱"), or something is only told
        ("去年换过合作企业"), behind a yes-or-no question."""
        alone = now.wants(self._lexicon) and not now.quantities and "followup" not in now.marks
        told = _TOLD.search(now.masked) and not now.marks & {"followup", "permission", "obligation"}
        return frozenset() if before.whether and (alone or told) else before.asks

    def _meant(self, text: str, named: tuple[str, ...]) -> str:
        """The one of several programmes of a shared short name that the text picks by another part of its name."""
        part = _PICKS.sub("", text)
        names = {p: self._resolver.programmes[p].names for p in named}
        picked = [p for p in named if len(part) > 1 and any(part in name for name in names[p])]
        return picked[0] if len(picked) == 1 else ""

    def follow(self, now: Frame, before: Frame) -> Frame:
        """Copy the last frame and overwrite by type: entity for entity, attribute for attribute."""
        if now.unheld and _AND_IT.fullmatch(now.masked.strip()):
            now = replace(now, foreign=True)  # 那科技小院呢
        if (now.not_held or now.foreign) and not now.named:
            return now
        named = now.named or before.named
        now = replace(now, unheld=not named and (now.unheld or before.unheld))
        if now.shared and (meant := tuple(p for p in now.named if p in before.named)):
            named, now = meant, replace(now, named=meant)  # 联合体 is the one that has been spoken of
        if not (named or now.places):
            now = replace(now, local=now.local or before.local or self._resolver.in_region(before.places))
        if before.shared and not now.named and (one := self._meant(now.masked, before.named)):
            named = (one,)  # 市域的, of two that are called 联合体
        kind, part = ("", "") if now.named else self._resolver.sibling(now.masked, before.named)
        if (kind or now.named) and before.masked.strip() and not _BESIDE_A_NAME.sub("", now.masked.replace(part, "")):
            # 那乙项目呢: the very question before, of another programme.
            meant = (kind,) if kind else named
            return replace(before, text=now.text, language=now.language, named=meant, shared=now.shared)
        if kind:
            rest = now.masked.replace(part, "　" * len(part))
            asked = tuple(t for t in now.terms if t.words in rest)
            named, now = (
                (kind,),
                replace(now, terms=asked, units=tuple(u for u in now.units if u.words.lower() in rest)),
            )
        now = self._completed(now, before)
        if _THEY.search(now.masked) and not (now.units or now.places):
            now = replace(now, units=before.units, places=before.places)
        own = [t for t in now.terms if t.kind != "unit" and t.grounded and not t.is_role]
        whole = bool(now.units and now.whether and "followup" not in now.marks)
        if (
            now.role
            and not own
            and (whole or not any(t.grounded and not t.is_role for t in before.terms if t.kind != "unit"))
        ):
            own = [t for t in now.terms if t.kind != "unit" and t.grounded]
        # 推荐书字数有限制吗 says all by itself, however short it is.
        alone = len([t for t in own if t.weight >= _TELLING]) > 1 and not _POINTS.search(now.masked)
        elliptic = "followup" in now.marks or not own or len(now.text) <= 12 and not (whole and now.role or alone)
        if now.role and not own and ("who" in now.asks or whole):
            elliptic = False  # 谁牵头 and 高校能申报吗 need nothing of the question before but the programme
        if not elliptic:
            # A question whole in itself takes the programme from before and nothing else, unless it asks of all.
            return now if "all_programmes" in now.marks or now.asks_which else replace(now, named=named)
        other = bool(now.units) and _of_other(now, before)
        if not own:
            kept = [t for t in before.terms if not (t.kind == "unit" and now.units or other and t.is_role)]
            return replace(
                now,
                named=named,
                role=now.role or ("" if other else before.role),
                units=now.units or before.units,
                places=now.places or (() if now.units else _whence(before)),
                asks=now.asks or _unless_open(now, self._asked_before(now, before)),
                marks=now.marks | (before.marks & {"permission", "obligation"}),
                concepts=now.concepts | before.concepts,
                terms=(*now.terms, *kept),
                inherited=True,
            )
        asks = now.asks or _unless_open(now, self._asked_before(now, before))
        if not now.asks and asks and not now.wants(self._lexicon):
            # An attribute is asked on ("…那一格呢？"): what is wanted stays what was wanted.
            now = replace(now, concepts=now.concepts | {c for c in before.concepts if self._lexicon.concepts[c].want})
        same = {t.words for t in now.terms}
        left = (t for t in before.terms if t.words not in same and t.kind != "unit" and not replaced(t, own))
        faint = tuple(t.faint() for t in left if not (other and t.is_role))
        if all(t.is_role for t in own) and not now.units:  # 那牵头呢: the same units in another role
            told = (*now.terms, *(t for t in before.terms if t.kind == "unit"))
            now = replace(now, units=before.units, places=now.places or _whence(before), terms=told)
        return replace(
            now,
            named=named,
            role=now.role or (before.role if now.units and not other else ""),
            terms=(*now.terms, *faint),
            inherited=True,
            asks=asks,
        )
