"""Papers sent on one day and come on another: the document says by which of the two it counts."""

from __future__ import annotations

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, days_in
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.values import Day

_DAY = r"(?:(?P<month>\d{1,2})月(?:份)?)?(?P<day>\d{1,2})[日号]"
_SENT = regex(_DAY + r"[^，,。；;、？?\d到收达]{0,20}?(?:寄|发出|发的|发走|邮戳)")
_COME = regex(_DAY + r"[^，,。；;、？?\d]{0,6}?(?:到|收|送达|寄达)")
_BY_ARRIVAL = regex(
    r"以[^，。；不]{0,10}(?:收到|寄达|送达|到达|签收)[^，。；]{0,8}(?:为准|$)|不以[^，。；]{0,6}邮戳[^，。；]{0,6}为准"
)
_BY_POSTMARK = regex(r"(?<!不)以[^，。；不]{0,8}(?:邮戳|寄出)[^，。；]{0,6}为准")
_NEAR = 2  # sentences before the one on what counts, in which its day may stand


def posted(scene: Scene) -> Finding | None:
    """Whether papers whose day of sending and day of arrival are both told are in time."""
    sent, come = _SENT.search(scene.frame.masked), _COME.search(scene.frame.masked)
    if sent is None or come is None or not sent["month"] or not scene.chosen:
        return None
    posted_on = int(sent["month"]), int(sent["day"])
    come_on = int(come["month"] or sent["month"]), int(come["day"])
    own = [p for p in scene.index.passages if scene.programme in p.programmes]
    for counts in (f.passage for f in scene.found):
        arrival = _BY_ARRIVAL.search(counts.text)
        if not arrival and not _BY_POSTMARK.search(counts.text):
            continue
        number = own.index(counts)
        before = own[max(0, number - _NEAR) : number + 1]
        dated = next((p for p in reversed(before) if _last(p)), None)
        last = _last(dated) if dated else None
        if dated and last:
            late = (come_on if arrival else posted_on) > (last.month, last.day or 31)
            return _found(scene, late, (dated, counts))
    return None


def _found(scene: Scene, late: bool, passages: tuple[Passage, ...]) -> Finding:
    quotes = tuple(whole(p) for p in dict.fromkeys(passages))
    said = "”；“".join(q.text for q in quotes)
    verdict: Verdict = "no" if late else "yes"
    return Finding(scene.programme, "answered", verdict, said, quotes, "contrary" if late else "", (), 9.0, 1.0)


def _last(passage: Passage) -> Day | None:
    """The day by which the sentence wants something done."""
    days = [d for d in days_in(passage.text) if isinstance(d, Day) and d.day]
    by = [d for d in days if d.before or passage.text[d.end :].startswith(("前", "之前"))]
    return by[-1] if by else None
