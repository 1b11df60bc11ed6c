"""Whom to ask: the lines of a document that give a number, an address or a name, those of the office asked about."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, classes, contacts_in
from assistant.answering.question.frame import Frame
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.values import Contact

REACH = ("contact", "phone", "fax", "email", "address")
_PATTERN = {
    "email": regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone": regex(
        r"(?<![\d-])(?!(?:19|20)\d\d-(?:19|20))(?:0?\d{4}-\d{4}|400-\d{3,4}-\d{3,4})(?![\d-])"
        r"|(?<!\d)(?:0\d{2,3}-?\d{7,8}|0\d{2,3}[-－—–] ?\d{3,4} ?\d{3,4}|1[3-9]\d{9}|\d{7,8})(?!\d)"
    ),
    "mobile": regex(r"(?<!\d)1[3-9]\d{9}(?!\d)"),
    "fax": regex(r"传真"),
    "address": regex(r"(?:地址|寄送至|邮寄至|寄至|送至)[:：]?|[省市区县].{2,20}(?:路|街|大道|巷)\s*\d+\s*号"),
    "contact": regex(
        r"联\s*系|电话|邮箱|信箱|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![\d-])(?!(?:19|20)\d\d-)\d{4}-\d{4}(?![\d-])"
    ),
}
# Of "on which day is it mailed" the day alone is asked; an address asked for beside the time is told as well.
_REACH_ASKED = regex(
    r"谁|哪(?!天|一天|[个]?月|年|日)|(?:邮箱|信箱|电话|地址|联系)[^，,。？?]{0,4}(?:是|多少|什么|啥|呢)|[，,、和及与][^，,。？?]{0,6}(?:邮箱|信箱|电话|地址|联系)"
    r"|\b(?:who|whom|where|which|what(?! (?:date|day|time))|how)\b|\band\b[^?]*\b(?:e-?mail|phone|address|contact)"
)
_TO_ASK = regex(r"联\s*系|电话|邮箱|信箱|地址")
_ONE = re.compile(rf"(?:{_PATTERN['phone'].pattern})\s*(?:[（(][^（）()]*[）)])?")
_SURNAME = regex(r"姓(?P<name>[一-鿿])(?=的|那|$)")
_SURE, _SAID, _NAMED = 0.7, 0.3, 5.0
_TELLING = 2.5
_OFFICE = regex(r"[局委厅处]$")
_APPLYING = frozenset(
    {
        *REACH, "mobile", "which_office", "organise", "process", "materials", "application_form", "proposal",
        "submit",
        "mail", "paper", "electronic", "copies", "seal", "sign", "deadline", "review", "recognise", "condition",
        "quota",
        "lead", "joint", "member", "applicant", "bureau_edu", "bureau_industry", "bureau_reform", "ministry", "notify",
        "person_in_charge", "public_notice", "support", "funding", "appeal", "remedy", "yearly",
        "annual_report", "annual_plan", "interpret",
    }
)  # fmt: skip
_MOST = 0.7


def reached(scene: Scene, kind: str) -> Finding | None:
    """Contacts stand at fixed places, so the words of the question matter less than the office it names."""
    mobile = bool(re.search(r"手机|mobile", scene.frame.masked))
    pattern = _PATTERN["mobile" if mobile else kind]
    scored: list[tuple[float, int, Quote]] = []
    by_number = {f.number: f for f in scene.found}
    for number, passage in enumerate(scene.index.passages):
        if scene.programme not in passage.programmes or passage.clause.kind == "heading":
            continue
        text = passage.text
        if scene.kinds and (told := classes(text)) and not told & scene.kinds:
            continue
        if not pattern.search(text) or not _holds(text, kind):
            continue
        found = by_number.get(number)
        score = (found.score if found else 0.0) + 2.0 * bool(_TO_ASK.search(passage.clause.text[: passage.end]))
        scored.append((score, number, whole(passage)))
    if not scored or not scene.chosen and _of_something_else(scene):
        return None
    scored.sort(key=lambda s: (-s[0], s[1]))
    top = scored[0][0]
    asked = _line_of(scene, by_number, scored)
    offices = {t.words[-3:] for t in scene.frame.terms if _OFFICE.search(t.words)}
    named = [s for s in scored if any(o in s[2].text for o in offices)]
    persons = [s for s in scored if any(n in s[2].text for n in _persons(scene))]
    mistaken = bool(persons and named and not set(persons) & set(named))
    if (
        not mistaken
        and (entry := _entry(scene, scored, kind))
        and not (mobile and not _PATTERN["mobile"].search(entry.text))
    ):
        return Finding(scene.programme, "answered", None, entry.text, (entry,), score=top + 2.0, coverage=0.8)
    named = persons or named
    named = named or asked or [s for s in scored if any(o in s[2].text for o in scene.offices)]
    chosen = named or [s for s in scored if s[0] >= top - 3.0]
    chosen = _with_number(scene, chosen, scored) if kind in ("contact", "phone") else chosen
    quotes = tuple(q for _, _, q in sorted(chosen[:3], key=lambda s: s[1]))
    quotes = tuple(_at_most_120(q) for q in quotes)
    said = "；".join(q.text for q in quotes)
    verdict: Verdict | None = "no" if mistaken else None
    reason = "contrary" if mistaken else ""
    return Finding(scene.programme, "answered", verdict, said, quotes, reason, score=top + 2.0, coverage=0.8)


def only_when(frame: Frame) -> bool:
    """Whether the day alone is asked for, and what is mailed, rung or written to only says what for."""
    return "when" in frame.asks and not _REACH_ASKED.search(frame.masked)


def _entry(scene: Scene, scored: list[tuple[float, int, Quote]], kind: str) -> Quote | None:
    """The one contact of a line of several that the question asks for: by the name, the office, what it is there for,
    or as the fax; None where they do not differ in that."""
    if kind not in ("contact", "phone", "fax"):
        return None
    named = _SURNAME.search(scene.frame.masked)
    person = (
        re.compile(
            rf"(?:(?<![一-鿿])|(?<=[科处局室部厅组司办]))(?:{named['name']})\s?[一-鿿]{{1,3}}(?=[\s\d，,：:（(])"
        )
        if named
        else None
    )
    faxed = "fax" in scene.frame.concepts
    terms = [t for t in scene.frame.terms if not set(t.concepts) & {*REACH, "mobile"} and t.weight >= _SAID]
    held: list[tuple[float, Quote]] = []
    for _, _, quote in sorted(scored, key=lambda s: s[1]):
        for entry in _entries(quote):
            low = f"{_label(scene, entry)}{entry.text}".lower()
            told = sum(t.weight * _likeness(t, low) for t in terms)
            told += _NAMED * bool(person and person.search(low))
            told += (_NAMED if faxed else -_NAMED) * ("传真" in low)
            held.append((told, entry))
    best = max((told for told, _ in held), default=0.0)
    meant = [entry for told, entry in held if told == best]
    rest = [told for told, _ in held if told < best]
    return meant[0] if best and len(meant) == 1 and rest and best - max(rest) >= _SAID else None


def _likeness(term: Term, low: str) -> float:
    """How well the text names what the term asks for: an office by its own name only."""
    least = 1.0 if term.kind == "unit" else _SURE
    return max((f for a, f in term.alternatives if len(a) > 1 and f >= least and a in low), default=0.0)


def _entries(quote: Quote) -> list[Quote]:
    """The line cut behind each number, and the brackets that say what it is for."""
    made, start, text = list[Quote](), 0, quote.text
    ends = [m.end() for m in _ONE.finditer(text)]
    for at, end in enumerate(ends):
        last = len(text) if at == len(ends) - 1 else end
        own = text[start:last]
        lead = len(own) - len(own.lstrip("；;，,、。 "))
        made.append(
            span(quote.clause, quote.start + start + lead, quote.start + start + len(own.rstrip("；;，,、。 ")))
        )
        start = end
    return made


def _label(scene: Scene, entry: Quote) -> str:
    """The words of the line before that stand behind its last number: a name cut off by the end of the line."""
    if entry.start:
        return ""
    order = entry.clause.order
    before = next((c.text for c in scene.guideline.clauses if c.order == order - 1), "")
    last = [m.end() for m in _PATTERN["phone"].finditer(before)]
    return before[last[-1] :] if last else ""


def _of_something_else(scene: Scene) -> bool:
    """Whether whom to ask is asked about something that is no part of applying ("网络坏了找谁")."""
    rest = (t for t in scene.frame.terms if t.kind in ("word", "concept") and t.weight >= _TELLING)
    return any(not set(t.concepts) & _APPLYING for t in rest)


def _line_of(
    scene: Scene, by_number: dict[int, Found], scored: list[tuple[float, int, Quote]]
) -> list[tuple[float, int, Quote]]:
    """The lines that speak most of what they are to be asked about ("负责共享券申领"), where others speak less of it."""
    least = 0.4 if scene.frame.inherited else 1.5
    telling = {
        i: t.weight
        for i, t in enumerate(scene.frame.terms)
        if t.weight >= least and t.kind != "unit" and not set(t.concepts) & {*REACH, "mobile", "organise"}
    }
    told = [sum(telling.get(i, 0.0) for i in f.own) if (f := by_number.get(s[1])) else 0.0 for s in scored]
    top = max(told)
    return [s for s, t in zip(scored, told, strict=True) if top and t >= _MOST * top]


def _persons(scene: Scene) -> tuple[str, ...]:
    """The persons whom the question names, of those that the programme's contacts name."""
    held = [s.value.person for s in scene.statements if isinstance(s.value, Contact) and s.value.person]
    return tuple(p for p in held if p in scene.frame.text)


def _with_number(
    scene: Scene, chosen: list[tuple[float, int, Quote]], scored: list[tuple[float, int, Quote]]
) -> list[tuple[float, int, Quote]]:
    """The contacts with the line that gives the number where they themselves name only the person."""
    if any(_PATTERN["phone"].search(q.text) for _, _, q in chosen):
        return chosen
    after = [s for s in scored for c in chosen if 0 < s[1] - c[1] <= 2 and _PATTERN["phone"].search(s[2].text)]
    return [*chosen, *after[:1]]


def _holds(text: str, kind: str) -> bool:
    if kind == "contact":
        return bool(contacts_in(text)) or bool(_PATTERN["phone"].search(text) or _PATTERN["email"].search(text))
    if kind == "address":
        return bool(re.search(r"[路街号楼室座处院]", text))
    return True


def _at_most_120(quote: Quote) -> Quote:
    """A contact sentence is short: keep it whole, up to 120 characters."""
    return quote if len(quote.text) <= 120 else span(quote.clause, quote.start, quote.start + 120)
