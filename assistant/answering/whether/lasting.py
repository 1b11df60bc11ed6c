"""Whether what was once awarded lasts for good: not where the document has a way out of it, a term or a new look at it.
People say it in many ways ("拿到就是一辈子的"), documents in a few ("动态管理", "有效期", "复核")."""

from __future__ import annotations

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import around, whole
from assistant.guideline.patterns import regex

_FOR_GOOD = regex(
    r"(?:一直|永远|始终)(?:就|都|会)?(?:是|算|能用|能挂|挂着|保留|保持|有效|留着?|不变|在(?:里|名单|上|列|册|榜|其中))"
    r"|永久|终身|一辈子|长期有效"
    r"|[就会能便以](?:一直|永远|始终)(?![没未不])|一劳永逸|铁饭碗|一直到底|(?:没有?|不设|无)(?:退出|期限|有效期|年限)"
    r"|(?:(?<!会)不会|不可能|(?<!用)不用(?:担心)?|不怕|不必)(?:再|会)?被?"
    r"(?:[请踢移剔清刷摘]|撤销|取消|收回|淘汰|退出|复[审核评查]|重新[评认审申])"
    r"|\bfor good\b|\bforever\b|\bpermanent|\bfor life\b|\bindefinite"
    r"|\bnever (?:be )?(?:revoked|removed|withdrawn|expire)"
)
_DENIED = regex(r"(?:(?<!是)不是|并非|不算|不能|不会是|\bnot )\S{0,2}$")
_AWARDED = regex(
    r"(?:进|入|评|获|拿|得|挂|授|列|选|认定|通过|批)(?:选|得|批|牌|列)?[了上到]|以后|之后|一旦|名单|牌|称号|资格|认定|立项|入选"
    r"|\b(?:title|list|recogni[sz]|certif|status|plaque|award|once)"
)
_HELD = regex(r"资格|称号|牌|认定")
_WAY_OUT = regex(
    r"动态(?:管理|调整)|退出机制|末位淘汰|定期(?:评估|考核|复核|复评|复审)|予以退出|不再(?:保留|列入|具有)"
)
_TERM = regex(
    r"有效期(?!内|届?满的)|(?:称号|资格|认定|命名)[^，。；]{0,6}(?:为期|期限)|期满[^，。；]{0,8}(?:复|重新|评估|考核)"
    r"|每[一两二三四五\d]\s?年[^，。；]{0,10}(?:复[核评审查]|重新|评估|考核)"
)
_SHORT = 120  # characters of a sentence that is told whole
_LOST = regex(
    r"(?:撤销|取消|收回|摘除)[^，。；]{0,10}(?:称号|认定|资格|牌|命名)|(?:称号|认定|资格|牌匾?|命名)[^，。；]{0,6}(?:撤销|取消|收回)"
)


def lasting(scene: Scene) -> Finding | None:
    """A no to what is said to last for good, from the clause that lets it end: the case in which a title is lost, the
    way out of a list, the term; a yes where the question itself says that it does not last."""
    asked = scene.frame.masked
    claimed = _FOR_GOOD.search(asked)
    if claimed is None or not scene.chosen or not _AWARDED.search(asked):
        return None
    near = [f.passage for f in scene.found]
    own = [p for p in scene.index.passages if scene.programme in p.programmes]
    denied = _DENIED.search(asked[: claimed.start()])
    held = _HELD.search(asked)
    for sort in (_LOST, _TERM, _WAY_OUT) if held else (_WAY_OUT, _TERM, _LOST):
        for passage in (*near, *own):
            match = sort.search(passage.text)
            if match and _rules(passage):
                short = len(passage.text) <= _SHORT
                quote = whole(passage) if short else around(passage, match.start(), match.end(), (), _SHORT)
                verdict: Verdict = "yes" if denied else "no"
                reason = "" if denied else "contrary"
                return Finding(scene.programme, "answered", verdict, quote.text, (quote,), reason, (), 9.0, 0.9)
    return None


def _rules(passage: Passage) -> bool:
    return spoken(passage) and not purposive(passage.text) and passage.clause.kind not in ("row", "field")
