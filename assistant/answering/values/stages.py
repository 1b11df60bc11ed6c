"""How an application goes: the items that name its stages, one after the other."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.focusing import focus
from assistant.answering.values.lists import items_below, speaks, titled
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span

_STAGES = tuple(
    regex(p)
    for p in (
        "申报|申请|报名|报送|提交|登记",
        "推荐|初审|初核|审核|核查|核验|受理|备案",
        "评审|评估|考察|遴选|论证|审查|答辩",
        "公示",
        "认定|立项|确认|批准|公布|授牌|备案|拨付|发放|签约|签订",
    )
)
_SPOKEN_OF = frozenset(
    {
        "process", "recognise", "submit", "materials", "applicant", "review", "public_notice", "next_steps", "organise",
        "plaque", "filing", "opinion", "application_form",
    }
)  # fmt: skip
# Where the way begins and ends is no narrower thing: 从备案到拿钱.
_STEPS = regex(r"几(?:个|大|道)?(?:步|环节|阶段|关|程序|流程)")
_FROM_TO = regex(r"从[^，,。？?]{1,10}?到[^，,。？?]{1,8}")
_REACH = 120  # characters of each stage that are shown


def stages(scene: Scene) -> Finding | None:
    """The stages where the whole way is asked for: three items or more side by side, whose headings name three of
    applying, forwarding, reviewing, publicising and recognising."""
    if "process" not in scene.frame.concepts or not (
        scene.frame.asks & {"list", "how"} or _STEPS.search(scene.frame.masked)
    ):
        return None
    asking = focus(scene.frame.masked)
    ends = " ".join(_FROM_TO.findall(scene.frame.masked))
    rest = [t for t in scene.frame.terms if t.kind != "unit" and not set(t.concepts) & _SPOKEN_OF]
    rest = [t for t in rest if t.words not in ends and t.words not in scene.guideline.entry.title.lower()]
    rest = [t for t in rest if t.words in asking or t.kind != "word"]
    if sum(t.weight for t in rest) >= 1.5:
        return None
    items = course(scene)
    if not items:
        return None
    quotes = tuple(opening(c) for c in items)
    said = "；".join(titled(c).text for c in items)
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)


def course(scene: Scene) -> tuple[Clause, ...]:
    """The items side by side whose headings name most stages, three at least; none where no such items are."""
    below: dict[str | None, list[Clause]] = {}
    for clause in scene.guideline.clauses:
        below.setdefault(clause.parent, []).append(clause)
    best: tuple[int, tuple[Clause, ...]] = (2, ())
    for clause in scene.guideline.clauses:
        items = items_below(below.get(clause.id, []))
        named = {n for c in items for n, stage in enumerate(_STAGES) if c.heading and stage.search(c.heading)}
        if 3 <= len(items) <= 6 and len(named) > best[0] and speaks(scene, items[0]):
            best = (len(named), items)
    return best[1]


def opening(clause: Clause) -> Quote:
    """The item's first sentences, up to `_REACH` characters."""
    ends = [m.end() for m in re.finditer("[。；]", clause.text) if m.end() <= _REACH]
    return span(clause, 0, ends[-1] if ends else min(len(clause.text), _REACH))
