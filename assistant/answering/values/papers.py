"""Which papers an applicant hands in: the sentences that ask for them, those that name most first."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.text import pairs
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import whole
from assistant.answering.values.lists import speaks
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span

_LATER = regex(r"每年|年底|年度|期满|立项通知|通过认定|经认定|已认定|季度|总结|第一季度")
_FORMS = tuple(
    regex(p, re.IGNORECASE)
    for p in (
        "电子版|电子稿|电子档|电子文档|电子邮件",
        "纸质|一式|打印|原件",
        "word",
        "pdf|扫描",
        "盖章|公章",
        "[一二三四五六七八九十\\d]份",
    )
)
_HEADING = regex(r"(?:申[报请领]|报送|提交|所需)?材料(?:清单|要求|目录)?$")
_CONSISTS = regex(
    r"(?:[（(]?[一二三四五六七八九十\d]+[）)、.]?)?(?:申[报请领])?(?:材料)?(?:应)?(?:包括|包含|为|有)[:：]?"
)
_RUN_ON = regex(
    r"(?P<label>[一-鿿]{0,12})(?<!佐证)(?<!证明)(?<!支撑)材料(?:清单)?(?:如下|包括|有|为)?[：:](?P<list>[^。；]+(?:；[^。；]+){2,})"
)
_PARTED = regex(r"(?P<label>)(?P<list>[^。；：:]+(?:；[^。；：:]+){2,})")
_TELLING = ("paragraph", "item")
_PLAIN = ("材料", "申报", "推荐")
_SPOKEN_OF = frozenset(
    {
        "materials", "submit", "electronic", "paper", "mail", "email", "copies", "applicant", "application_form",
        "content", "doing", "process", "condition", "seal",
    }
)  # fmt: skip


_END_ASKED = regex(
    r"期满|届满|满期|到期|期限到|(?:建设|项目|周期|[年月])期?(?:结束|完成|到了|到头|满了?)(?:后|以后|之后|的?时候?|了|，)"
    r"|\b(?:end of the|when the) (?:[a-z-]+ )?(?:term|period|cycle)\b|\bexpir"
)
_HAND_IN_ASKED = regex(
    r"(?:交|报|递|送|提供|准备)(?:上去|给)?(?:些|点|哪些|的)?(?:什么|啥|哪些|材料|东西)|材料|\b(?:submit|hand in|file|send)\b"
)
_AT_END = regex(r"(?<!公示)(?<!公示期)(?<!合同)(?<!聘)(?:期满|届满)|(?:周期|建设期|项目期|培育期)(?:结束|完成)")
_WHEN = regex(r"什么时[候间]|啥时候|何时|哪天|几[月号日]|^\s*(?:by )?when\b")
_AFTERWARDS = regex(r"期满|届满|到期|结束|完成|验收|总结")
_HANDED_IN = regex(r"报送|提交|上报|[须应需要]报|呈报|填报|提供[^，。；]{0,12}(?:报告|总结|材料)")


def at_the_end(scene: Scene) -> Finding | None:
    """What is handed in when the term is over ("建设期满须报送总结报告"), where that is asked; the papers of the
    application are none of it."""
    told = _due(scene, _AT_END) if scene.chosen and due_at_the_end(scene) else []
    if not 1 <= len(told) <= 2:
        return None
    quotes = tuple(whole(p) for p in told)
    said = "；".join(q.text for q in quotes)
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)


def nothing_due(scene: Scene) -> bool:
    """Whether it is asked what is handed in when the term is over and nothing is once anything is."""
    return scene.chosen and due_at_the_end(scene) and not _due(scene, _AFTERWARDS)


def due_at_the_end(scene: Scene) -> bool:
    """Whether it is asked what is handed in when the term is over."""
    frame = scene.frame
    if frame.whether or frame.asks & {"who", "how_many"} or _WHEN.search(frame.masked):
        return False
    return bool(_END_ASKED.search(frame.masked) and _HAND_IN_ASKED.search(frame.masked))


def _due(scene: Scene, after: re.Pattern[str]) -> list[Passage]:
    """The sentences by which something is handed in after what `after` finds."""
    own = (p for p in scene.index.passages if scene.programme in p.programmes and p.clause.kind in _TELLING)
    return [p for p in own if (m := after.search(p.text)) and _HANDED_IN.search(p.text, m.end())]


def papers(scene: Scene) -> Finding | None:
    """What an application consists of, where nothing narrower is asked: the sentence that asks for most papers and
    says in what form, and a second where it names others."""
    if not all_papers(scene):
        return None
    if made := _in_one_clause(scene):
        return made
    if _listed(scene):
        return None
    named = _named(scene)
    best: list[int] = []
    told: set[str] = set()
    while len(best) < 2:
        gain = {n: len(what - told) for n, what in named.items() if n not in best}
        top = max(gain, key=lambda n: (gain[n], -n), default=None)
        if top is None or gain[top] < (2 if not best else 1) or best and not _near(scene, best[0], top):
            break
        best.append(top)
        told |= named[top]
    if not best:
        return None
    quotes = tuple(whole(scene.index.passages[n]) for n in sorted(best))
    said = "；".join(q.text for q in quotes)
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)


def all_papers(scene: Scene) -> bool:
    """Whether the papers of an application are asked for, and nothing narrower."""
    frame = scene.frame
    if "materials" not in frame.concepts or frame.asks & {"when", "who", "how_many"}:
        return False
    rest = [t for t in frame.terms if t.kind != "unit" and t.weight >= 1.0 and not set(t.concepts) & _SPOKEN_OF]
    title = scene.guideline.entry.title.lower()
    rest = [t for t in rest if t.words not in title]  # what the document is called only says which one is meant
    return sum(t.weight for t in rest) < 3.0 and not (_LATER.search(frame.masked) or _END_ASKED.search(frame.masked))


def of_papers(clause: Clause) -> bool:
    """Whether the clause stands under a heading for the papers of an application."""
    return bool(_HEADING.search(" ".join((*clause.path, clause.heading)).strip()))


def _in_one_clause(scene: Scene) -> Finding | None:
    """The clause that lists the papers one after the other ("材料：1.甲；2.乙；3.丙"); of several the one whose label or
    heading speaks most of the question, None where none does."""
    held: list[tuple[int, Quote]] = []
    for clause in scene.guideline.clauses:
        if clause.kind not in ("item", "paragraph") or not speaks(scene, clause):
            continue
        match = _RUN_ON.search(clause.text)
        if match is None and of_papers(clause):
            match = _PARTED.match(clause.text)
        if match is None or _LATER.search(clause.text[: match.start("list")]):
            continue
        place = f"{match['label']} {clause.heading} {' '.join(clause.path)}"
        shared = {p for p in pairs(scene.frame.text) if p in place and p not in _PLAIN}
        held.append((len(shared), span(clause, 0, match.end())))
    top = max((n for n, _ in held), default=0)
    best = [q for n, q in held if n == top]
    if len(best) != 1:
        return None
    return Finding(scene.programme, "answered", None, best[0].text, (best[0],), score=12.0, coverage=0.9)


def _listed(scene: Scene) -> bool:
    """Whether the papers stand in items side by side: then the list is told."""
    above = [s.quote.clause.parent for s in scene.statements if s.attribute == "material" and s.quote.clause.label]
    items = {s.quote.clause.id for s in scene.statements if s.attribute == "material" and _short(s.quote.clause.text)}
    return len(items) > 1 and any(above.count(p) > 1 for p in above)


def _short(text: str) -> bool:
    """Whether an item names a paper and says little else."""
    return len(text) <= 60


def _named(scene: Scene) -> dict[int, set[str]]:
    """What each sentence names: papers to be handed in, and the forms in which they are."""
    named: dict[int, set[str]] = {}
    for number, passage in enumerate(scene.index.passages):
        if scene.programme not in passage.programmes or _LATER.search(passage.text) or not _asks(passage):
            continue
        what = {str(n) for n, form in enumerate(_FORMS) if form.search(passage.text)}
        if _under_papers(passage):
            what |= {part.strip() for part in passage.text.split("、")}
        for s in scene.statements:
            clause = s.quote.clause
            if s.attribute == "material" and (clause.document, clause.id) == _place(passage):
                if passage.start <= s.quote.start < passage.end:
                    what.add(s.subject)
        if what:
            named[number] = what
    return named


def _asks(passage: Passage) -> bool:
    """Whether the sentence is the notice's own, not a field of a form."""
    if passage.clause.kind not in _TELLING:
        return False
    return bool(re.search(r"[报寄送交发填附]", passage.text)) or _under_papers(passage)


def _under_papers(passage: Passage) -> bool:
    """Whether the sentence under a heading for the papers says which they are ("申报材料": "包括甲、乙各1份")."""
    above = " ".join((*passage.clause.path, passage.clause.heading)).strip()
    return bool(_HEADING.search(above) and _CONSISTS.match(passage.text)) and "、" in passage.text


def _place(passage: Passage) -> tuple[str, str]:
    return passage.clause.document, passage.clause.id


def _near(scene: Scene, first: int, second: int) -> bool:
    """Whether both sentences stand in one clause."""
    return _place(scene.index.passages[first]) == _place(scene.index.passages[second])
