"""Who is behind a programme: asked by a bare act of running it ("which body launched it"), or told as "我中心"."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.focusing import focus
from assistant.answering.sentences.spans import unmarked
from assistant.answering.values.imprint import signed
from assistant.answering.values.tell import joined
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement

_ACTS = frozenset({"issued", "which_office"})
_RUNS = regex(
    r"(?:发起|主办|组织|举办|牵头组织|推出|搞|办|弄|发|做|管)(?:起来|出来)?的?[?？。]?$"
    r"|\b(?:runs?|running|ran|behind|(?:launch|organi[sz]|host|publish|issu|initiat|administ|manag)\w*)\b"
)
_AT_LARGE = regex(r"组织|征集|发起|实施|认定|主办|开展")
_OURSELVES = regex(r"[我本](?:省|市|区|县)?(?P<body>中心|部|局|委|厅|司|会|办公室)(?!门|分|署|属|级|员|议|计|务)")


def organiser(scene: Scene) -> Finding | None:
    """Who runs the programme or issued its document, where the question names nothing but that."""
    frame = scene.frame
    asking = focus(frame.masked)
    by_whom = "who" in frame.asks or "which_office" in frame.concepts
    if not by_whom or frame.whether or frame.role or not scene.chosen or not _RUNS.search(asking):
        return None
    weighty = [t for t in frame.terms if t.weight >= 1.5 and t.kind not in ("unit", "unknown")]
    sentence = re.split(r"[。！!；;]|\.(?= )", frame.masked)[-1]
    said = [t for t in weighty if t.words in asking] or [t for t in weighty if t.words in sentence]  # 证书，是谁来发
    named = [t for t in said if t.grounded or frame.language == "zh"]  # 工资由谁发, where no document has pay
    if any(_ACTS.isdisjoint(t.concepts) for t in named):
        return None
    stated = [s for s in _organisers(scene) if _AT_LARGE.search(s.subject)]
    if stated:
        quote = unmarked(max(stated, key=lambda s: _whole_name(s)).quote)
        return Finding(scene.programme, "answered", None, quote.text, (quote,), score=12.0, coverage=0.9)
    return signed(scene)


def by_name(scene: Scene, made: Finding) -> Finding:
    """What is told, and where it says "我中心" to who asks who, the clause that gives that body its name."""
    told = _OURSELVES.search(made.said)
    if not told or "who" not in scene.frame.asks or made.silent:
        return made
    alike = [s for s in _organisers(scene) if str(s.value).endswith(told["body"]) and _whole_name(s) > 5]
    if not alike or any(str(s.value) in made.said for s in alike):
        return made
    quote = unmarked(max(alike, key=_whole_name).quote)
    more = Finding(scene.programme, "answered", None, quote.text, (quote,))
    return joined(made, more)


def _organisers(scene: Scene) -> list[Statement]:
    return [s for s in scene.statements if s.attribute == "organiser" and isinstance(s.value, str)]


def _whole_name(statement: Statement) -> int:
    return len(str(statement.value))
