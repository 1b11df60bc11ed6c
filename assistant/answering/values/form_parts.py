"""What a form holds: the places for seals and signatures on it, and the columns of a table of it."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.values.lists import speaks
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span

_SEALED = regex(r"[（(]?(?:公章|盖章)[)）]?")
_SIGNED = regex(r"签字|签名|签章")
_COVER = regex(r"封面|首页|\bcover\b")
_WHOSE = regex(
    r"[盖签章][^，,、。送交报寄]{0,8}(?:哪|谁|几|什么|啥)|(?:哪|谁|几|什么|啥)[^，,、。送交报寄]{0,8}[盖签章]"
    r"|\b(?:who|whose|which)\b[^,.]{0,30}\b(?:seal|sign|stamp)"
)
_FILLED = regex(r"填|列|写|登记|栏|\bfill|\bcolumns?\b")
_NUMBERED = regex(r"^序号\s")
_BY_WHOM = regex(r"(?:盖|由)(?P<who>[一-鿿]{2,8}?)的?(?:公章|盖章|印章|章|签字|签名)")
_BRACKETS = regex(r"[（(][^（）()]*[）)]|[›>].*")
_LABEL = regex(r"^(?:[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?|附件[\d.]*)\s*")
_NOBODYS = regex(r"(?:单位|负责人|领导|年月日|（|）|\(|\))*(?:盖章|公章|签字|签名|签章)(?:年月日|（盖章）|（公章）)*")
_YEARS_ASKED = regex(r"哪(?:几个?|些)年|[哪几]个?年[度份]|\b(?:which|what) (?:calendar )?years?\b")
_ON_A_FORM = regex(r"填|列|栏|表|推荐书|申[报请]书|目标值|指标|\bfill|\bcolumns?\b|\btable\b|\bform\b")
_YEAR = regex(r"20\d\d\s?年")
_A_WORD = 3  # characters
_MOST = 6  # citations of a list (the contract)
_LONGEST = 80  # characters of a place for a seal


def sealed(scene: Scene) -> Finding | None:
    """The places for seals, or for signatures, on the form named; on its cover only where that is asked."""
    frame = scene.frame
    patterns = [p for c, p in (("seal", _SEALED), ("sign", _SIGNED)) if c in frame.concepts]
    if not patterns or not _WHOSE.search(frame.masked) or not scene.chosen:
        return None
    named = [t for t in frame.terms if "application_form" in t.concepts]
    forms = [w for t in named for w in (t.words, *t.also) if len(w) > 1 and not w.isascii()]
    forms = forms or [a for t in named for a, f in t.alternatives if f >= 0.8]
    titled = _titles(scene)
    cover = bool(_COVER.search(frame.masked))
    if not forms and not cover and not titled:
        return None
    places = [c for c in scene.guideline.clauses if any(_place(scene, c, titled or forms, p) for p in patterns)]
    if cover:
        places = [c for c in places if c.parent == places[0].parent and c.kind == "field"]
    places = [c for c in places if _in_a_part(c, frame.masked)] or places
    if not (0 if titled else 1) < len(places) <= _MOST:
        return None
    quotes = tuple(span(c, 0, len(c.text)) for c in places)
    said = "；".join(_whose(c) + re.sub(r"\s*_+\s*|[:：]\s*$", "", c.text) for c in places)
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)


def seal_wanted(scene: Scene) -> Finding | None:
    """A yes where it is asked whether a paper named by its title is to be sealed or signed and it has room for that,
    by whoever the question names."""
    frame = scene.frame
    patterns = [p for c, p in (("seal", _SEALED), ("sign", _SIGNED)) if c in frame.concepts]
    if not patterns or not scene.chosen or "obligation" not in frame.marks or frame.marks & {"negated", "exclusive"}:
        return None
    titled, by = _titles(scene), _BY_WHOM.search(frame.masked)
    places = [c for c in scene.guideline.clauses if titled and any(_place(scene, c, titled, p) for p in patterns)]
    if by:
        places = [c for c in places if by["who"] in f"{c.heading} {c.text} {' '.join(c.path[-1:])}"]
    if not places:
        return None
    quotes = tuple(span(c, 0, len(c.text)) for c in places[:2])
    said = "”；“".join(q.text for q in quotes)
    return Finding(scene.programme, "answered", "yes", said, quotes, "must", score=12.0, coverage=0.9)


def _titles(scene: Scene) -> list[str]:
    """The papers with room for a seal whose titles the question names in full ("……分析报告")."""
    held = {_BRACKETS.sub("", c.context).strip() for c in scene.guideline.clauses if c.kind in ("field", "row")}
    names = sorted((n for p in scene.guideline.programmes for n in p.names), key=len, reverse=True)
    own = {t: next((t.replace(n, "") for n in names if n in t), t) for t in held}
    return [t for t, words in own.items() if len(words) > 4 and words in scene.frame.masked]


def _in_a_part(clause: Clause, asked: str) -> bool:
    """Whether the place stands in a part of the form that the question names ("声明", "审核意见")."""
    parts = (_LABEL.sub("", p) for p in clause.path[1:])
    return any(len(p) > 1 and p in asked for p in parts)


def _whose(clause: Clause) -> str:
    """The heading above a place that itself says nothing of whose it is ("单位盖章：" under "……主管部门意见")."""
    bare = _NOBODYS.fullmatch(re.sub(r"[\s_:：]", "", clause.text))
    return f"{_LABEL.sub('', clause.path[-1])}：" if bare and clause.path else ""


def _place(scene: Scene, clause: Clause, forms: list[str], pattern: re.Pattern[str]) -> bool:
    """Whether the clause is a short field of the form with room for a seal or signature."""
    return (
        clause.kind in ("field", "row")
        and len(clause.text) <= _LONGEST
        and bool(pattern.search(clause.text))
        and (not forms or any(f in clause.context for f in forms))
        and speaks(scene, clause)
    )


def columns(scene: Scene) -> Finding | None:
    """The head of the table that the question names, where it asks what is to be filled in there."""
    frame = scene.frame
    if made := _years(scene):
        return made
    if not _FILLED.search(frame.masked) or frame.asks & {"how_many", "when", "who", "where"}:
        return None
    below: dict[str | None, list[Clause]] = {}
    for clause in scene.guideline.clauses:
        below.setdefault(clause.parent, []).append(clause)
    best: tuple[int, list[Clause]] | None = None
    for clause in scene.guideline.clauses:
        rows = below.get(clause.id, [])
        if not 0 < len(rows) <= 3 or any(r.kind != "row" for r in rows) or not _NUMBERED.search(rows[0].text):
            continue
        shared = _longest_shared(clause.heading, frame.masked)
        if shared < 4 or not speaks(scene, clause):
            continue
        if best is None or shared > best[0]:
            best = (shared, rows)
    if best is None:
        return None
    quotes = tuple(span(r, 0, len(r.text)) for r in best[1])
    said = "；".join(re.sub(r"\s+", "、", q.text) for q in quotes)
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)


def _years(scene: Scene) -> Finding | None:
    """The head whose columns are years, of the table that the question names by its title or one of its rows, where
    the years are asked for; of every such table where it names none."""
    asked = scene.frame.masked
    if not scene.chosen or scene.frame.whether or not (_YEARS_ASKED.search(asked) and _ON_A_FORM.search(asked)):
        return None
    held: list[tuple[Clause, int]] = []
    for clause in scene.guideline.clauses:
        if clause.kind not in ("row", "field") or not speaks(scene, clause):
            continue
        if len(set(_YEAR.findall(clause.text))) > 1:
            held.append((clause, _named_by(asked, f"{clause.text} {' '.join(clause.path[-1:])}")))
        elif held and held[-1][0].parent == clause.parent and _YEAR.search(clause.context):
            head, named = held[-1]
            held[-1] = head, max(named, _named_by(asked, clause.heading))
    most = max((n for _, n in held), default=0)
    heads = {tuple(_YEAR.findall(c.text)): c for c, n in reversed(held) if n == most}
    if not 1 <= len(heads) <= _MOST:
        return None
    quotes = tuple(span(c, 0, len(c.text)) for c in sorted(heads.values(), key=lambda c: c.order))
    said = "；".join(q.text for q in quotes)
    if len(heads) == 1:
        said = f"{'、'.join(dict.fromkeys(_YEAR.findall(said)))}：{said}"
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)


def _named_by(asked: str, label: str) -> int:
    """How many characters the longest run of both has, none where it is shorter than a word of three."""
    text = re.sub(r"[\s（）()\d年]", "", label)
    runs = (n for at in range(len(text)) for n in range(len(text) - at, _A_WORD - 1, -1) if text[at : at + n] in asked)
    return max(runs, default=0)


def _longest_shared(heading: str, text: str) -> int:
    """How many characters the longest run has that ends the heading and stands in the text."""
    return next((n for n in range(len(heading), 0, -1) if heading[-n:] in text), 0)
