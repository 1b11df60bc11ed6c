"""Answers that are a list: the headings below a heading, or what a sentence enumerates."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.question.time_of_year import asked_time, of_other_times
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import around, whole
from assistant.answering.values.tell import misses_the_point, settles
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex, runs_of
from assistant.guideline.quote import Quote, locate, span
from assistant.programmes.numerals import number

_GROUP = 0.7  # of the question that a group label must hold: its fields are what is asked, not what is named beside it
_OUTLINE = regex(r"[（(](?:提纲|模版|模板|框架)[)）]")
_BEGUN = regex(r"包括|包含|如下|分别是")  # a title that only begins what it says
_SORT = regex(r"(?:哪(?:些|几[个种类项样])|什么|啥)(?P<noun>[一-鿿]{2})(?=[?？。，,]|$)")
_ITEM = regex(r"[、，,；;。（）()]")
_OF_AIMS = 2.0  # a sentence that says what the document is for enumerates, and rules nothing
_SORTS_TOLD = 1.5
_HEAD = regex(r"（表头：(?P<first>\S+)?.*?）")
_LONGEST = 900  # characters told of a list
_ASKED = regex(r"哪?([两二三四五六七八九十\d]{1,2})(?:个|大|项|类|张|种|块|部分|方面|条|步|级|点|件|份)")


def children_list(scene: Scene, least: float) -> Finding | None:
    """The items directly below the heading or sentence that explains the question best."""
    asked = asked_number(scene.frame.masked)
    best: tuple[float, Clause, tuple[Clause, ...], float] | None = None
    below: dict[str | None, list[Clause]] = {}
    for clause in scene.guideline.clauses:
        below.setdefault(clause.parent, []).append(clause)
    for clause in scene.guideline.clauses:
        if not speaks(scene, clause):
            continue
        items = tuple(c for c in items_below(below.get(clause.id, [])) if speaks(scene, c))
        if len(items) < 2 or asked and 2 * len(items) < asked + 2:
            continue  # far fewer than are asked for: the list is of something else
        covered, score = _explained(scene, clause, _first_column(items))
        lenient = asked and len(items) == asked or _heading_share(scene, clause) >= 1.5
        if covered < (0.6 * least if lenient else least):
            continue
        score += _heading_share(scene, clause, _first_column(items))
        if re.search(r"下列|以下|如下|包括[:：]|[:：]$", clause.text):
            score += 1.5
        if scene.frame.concepts & {"report_outline", "content"} and _OUTLINE.search(clause.text):
            score += 4.0
        if asked:
            score += 4.0 if len(items) == asked else -2.0
        if best is None or score > best[0]:
            best = (score, clause, items, covered)
    if best is None:
        return None
    score, heading, items, covered = best
    if _OUTLINE.search(heading.text):
        items = tuple(c for i in items for c in (i, *items_below(below.get(i.id, []))))
    quotes = tuple(_stated(c) for c in items)
    if sum(len(q.text) for q in quotes) > _LONGEST:
        quotes = tuple(titled(c) for c in items)
    said = "；".join(q.text.rstrip("。；;") for q in quotes)
    reason = "computed" if len(quotes) > 6 else ""  # the labels of those not quoted are no figures of a clause
    return Finding(scene.programme, "answered", None, said, quotes[:6], reason, score=score, coverage=covered)


def named(clause: Clause) -> str:
    """What a heading names: its words up to the first comma."""
    return re.split(r"[，,；;：:]", clause.heading)[0].strip() if clause.heading in clause.text else ""


def grouped_fields(scene: Scene, least: float) -> Finding | None:
    """The fields of a form that stand under one group label ("保障与支持")."""
    best: tuple[float, list[Clause], float] | None = None
    for label, members in _groups(scene.guideline.clauses).items():
        if len(members) < 2 or not speaks(scene, members[0]):
            continue
        own = label[1].lower()
        above = " ".join((_HEAD.sub("", members[-1].context), *members[-1].path)).lower()
        covered, score = _matched(scene, own, above)
        if (
            covered >= max(least, _GROUP)
            and any(p in scene.frame.masked for p in (own, own[:4]))
            and (best is None or score > best[0])
        ):
            best = (score, members, covered)
    if best is None:
        return None
    said = "；".join(titled(c).text for c in best[1])
    quotes = tuple(locate(c, c.text[:120].strip()) for c in best[1])
    return Finding(scene.programme, "answered", None, said, quotes[:6], score=best[0] + 3.0, coverage=best[2])


def _groups(clauses: tuple[Clause, ...]) -> dict[tuple[str, str], list[Clause]]:
    """The fields and rows under each group label of a form, those of the groups within it too; the first of them bears
    the label in its own text and only the later ones in their context."""
    groups: dict[tuple[str, str], list[Clause]] = {}
    before: Clause | None = None
    for clause in clauses:
        if clause.kind in ("field", "row") and clause.heading and " › " in clause.context:
            for label in _HEAD.sub("", clause.context).split(" › ")[1:]:
                group = groups.setdefault((clause.parent or "", label), [])
                first = before is not None and before.parent == clause.parent and label in before.text[: len(label) + 8]
                if not group and before is not None and first and before.kind == clause.kind:
                    group.append(before)
                group.append(clause)
        before = clause
    return groups


def enumeration(scene: Scene, least: float) -> Finding | None:
    """The sentence that enumerates most of what is asked."""
    asked, time = asked_number(scene.frame.masked), asked_time(scene.frame.masked)
    best: tuple[float, Finding] | None = None
    for found in scene.found[:25]:
        text = found.passage.text
        items = max((len(part.split("、")) for part in re.split(r"[，,；;。：:（(）)]", text)), default=1)
        if (
            found.coverage < least
            or items < 2
            or not found.own
            or not settles(scene, found)
            or not spoken(found.passage)
        ):
            continue
        if misses_the_point(scene, found) or time and of_other_times(text, time):
            continue
        score = found.score + min(items, 6) * 0.3 + (1.0 if asked and items == asked else 0.0)
        score -= _OF_AIMS * purposive(text)
        if found.passage.clause.kind not in ("row", "field") and _of_that_sort(scene.frame.masked, text) > 1:
            score += _SORTS_TOLD
        if best is None or score > best[0]:
            quote = _enumerating(found.passage, scene.words(found))
            best = (
                score,
                Finding(scene.programme, "answered", None, quote.text, (quote,), score=score, coverage=found.coverage),
            )
    return best[1] if best else None


def _of_that_sort(asked: str, text: str) -> int:
    """How many items of the sentence are of the sort that is asked for ("哪些培训": 岗位技能提升培训、创业培训)."""
    sort = _SORT.search(asked)
    if not sort:
        return 0
    return sum(item.strip().endswith((sort["noun"], f"{sort['noun']}等")) for item in _ITEM.split(text))


def _enumerating(passage: Passage, words: tuple[str, ...]) -> Quote:
    if len(passage.text) <= 220:
        return whole(passage)
    marks = [m.start() for m in re.finditer("、", passage.text)]
    return around(passage, marks[0], marks[-1] + 1, words, 300) if marks else whole(passage)


def _heading_share(scene: Scene, clause: Clause, column: str = "") -> float:
    """Up to 2.5 for a heading that says little else than what is asked, or the column that the question names."""
    own = (column if column and column in scene.frame.masked else clause.heading or clause.text[:40]).lower()
    held = {a for t in scene.frame.terms for a, f in t.alternatives if f >= 0.7 and a in own}
    said = {i for a in held for run in runs_of(a, own) for i in range(*run)}
    return 3.0 * len(said) / max(4, len(own))


def asked_number(text: str) -> int:
    """How many items are asked for ("四大条"), 0 where that is not said."""
    match = _ASKED.search(text)
    if not match:
        return 0
    read = number(match.group(1))
    return int(read) if read is not None else 0


def items_below(below: list[Clause]) -> tuple[Clause, ...]:
    """The labelled ones of the clauses below a heading, else its items and fields."""
    labelled = tuple(c for c in below if c.label and c.kind != "note")
    return labelled if len(labelled) > 1 else tuple(c for c in below if c.kind in ("item", "field"))


def speaks(scene: Scene, clause: Clause) -> bool:
    """Whether the clause is about the programme."""
    numbers = scene.index.of_clause.get(f"{clause.document}#{clause.id}", ())
    return any(scene.programme in scene.index.passages[n].programmes for n in numbers)


def _explained(scene: Scene, clause: Clause, column: str = "") -> tuple[float, float]:
    own = f"{clause.heading or clause.text[:60]} {column}"
    return _matched(scene, own.lower(), " ".join((*clause.path, clause.context)).lower())


def _first_column(items: tuple[Clause, ...]) -> str:
    """What the head of a table calls the headings that part its rows ("一级指标")."""
    head = _HEAD.search(items[0].context) if items and all(i.kind == "heading" for i in items) else None
    return (head["first"] or "") if head else ""


def _matched(scene: Scene, own: str, above: str) -> tuple[float, float]:
    total = sum(t.weight for t in scene.frame.terms) or 1.0
    covered = score = 0.0
    for term in scene.frame.terms:
        mine = max((f for a, f in term.alternatives if a in own), default=0.0)
        near = 0.7 * max((f for a, f in term.alternatives if a in above), default=0.0)
        if max(mine, near):
            covered += term.weight
            score += term.weight * max(mine, near)
    return covered / total, score


def _stated(clause: Clause) -> Quote:
    """The item's title; its first sentence where what it names stands after the title (重点考核：…, 包括…)."""
    title = titled(clause)
    if not _BEGUN.search(title.text) and clause.text[title.end : title.end + 1] not in ("：", ":"):
        return title
    end = re.compile(r"[。；;]|$").search(clause.text, title.end)
    return span(clause, title.start, end.start() if end else len(clause.text))


def titled(clause: Clause) -> Quote:
    """The item's own heading with its label, or its first segment."""
    if clause.kind in ("field", "row") and clause.heading and clause.heading in clause.text:
        return locate(clause, clause.heading)
    if clause.heading and clause.heading in clause.text:
        end = clause.text.index(clause.heading) + len(clause.heading)
        return locate(clause, clause.text[:end].strip() or clause.heading)
    first = re.match(r"[^，。；：]{2,80}", clause.text)
    return locate(clause, (first.group() if first else clause.text[:80]).strip() or clause.text[:1])
