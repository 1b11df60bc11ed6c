"""To leave out what a sentence orders, and to be freed of what it waives."""

from __future__ import annotations

import re

from assistant.answering.grounds.case_told import alternatives, case_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import NECESSARY, Mode, aims_at, finding
from assistant.answering.grounds.proof import LOSS, tells
from assistant.answering.grounds.scene import Scene
from assistant.answering.grounds.whose import OWN_PURSE
from assistant.answering.question.text import A_NOT_A
from assistant.answering.sentences.relief_rules import reliefs_in
from assistant.answering.sentences.spans import around, segment_at, segments, where, whole
from assistant.answering.whether.hedging import to_come
from assistant.guideline.patterns import regex

_FREED = regex(r"免予|免于|免除|(?<!不)可以?免|豁免")
WAIVES = regex(
    r"不[作做](?:此|此项|该项|上述|这项|硬性|统一|强制|具体)?(?:要求|限制|规定)|无[需须]|毋须|不必|不需要?(?!求)|不要求|不限|免于|免予|免除|请勿|(?<![遴推评入])选[送填交]"
)
_DUTY = regex(
    r"应当|应(?!用|届)|须|需(?!求)|必须|要(?!求|素|点)|同时|按照|请|不少于|方可|加盖|将|组织|进行|委托|由.{1,30}(?:报|批准|审)|"
    r"经.{1,20}(?:后|批准)|报送|发送|寄送|邮寄|提交|盖章|签字|公示|一式"
)
_OPTIONAL = regex(r"可(?!行|复|持|靠|能性)以?|鼓励|优先|自愿|视情|必要时|支持|酌情|适当|如有|原则上|一般")
_LEFT_FREE = regex(r"可(?!行|复|持|靠|能性)以?|鼓励|优先|自愿|视情|必要时|酌情|如有|原则上|一般")
_PART_OF = regex(r"引导|充分|确保|保证|推动")
_SKIPPED = regex(
    r"不用|不需要|不必|无需|可以不|只(?=[交寄发报填写盖])|光(?=[交寄发报填挂])|不(?!是|过|仅|光|但|管|论)"
    r"|没|免|省|略|\bskip\b|\bwithout\b|\bnot\b|\bomit\b|\bonly\b"
)
_UNDONE = regex(
    r"不(?!是|过|仅|光|但|管|论|得|少于|超过|低于|高于|大于|小于|了|好|同|能|可|会|行|成|够|算|对|在|属|知|具备|满|足"
    r"|到|着|符合|等|止|只|必|如|妨|准|许|让|错|齐|全|吗|吧)(?=[一-鿿]{2})"
)
_DENIAL = regex(r"不(?!过)|没|未|无|免|别|(?<=[能可以])省(?![级属内里外厅市直])")
_FOR_SOME = regex(r"[的者][，,]")
# What introduces a list of all that is wanted: 应当具备下列条件, 应当提交下列材料.
_ALL_OF = regex(r"(?:应(?!用)|须|必须|需|具备|符合|履行|提交|包括)[^：:]{0,30}[：:]$")
_BEFORE_LOSS = regex(r"(?:撤销|取消|退出|摘牌|收回)[^，。；]{0,8}(?:之?前|时|决定)")


def left_out(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """To leave out what the sentence, or the one that introduces it, orders is not permitted; what it says need not
    be done may be left out."""
    if not _tells_of_leaving_out(scene, kind) or NECESSARY.search(scene.frame.masked):
        return None
    text = found.passage.text
    aimed = aims_at(scene, found, _SKIPPED)
    if found.coverage < 0.5 or not aimed or lacking_there(text, aimed) or loss_for_it(scene, text):
        return None
    at = text.lower().find(aimed[0])
    words = scene.words(found)
    brief = len(text) <= 90
    quote = whole(found.passage) if brief else around(found.passage, *where(text, aimed, words), words, 110)
    if _FREED.search(text):
        return None  # 获奖的，可以免予提供: what is asked of most is not asked of all
    part = segment_at(text, at)
    undone = not_done_there(part, aimed)
    needless = WAIVES.search(part) and not _FOR_SOME.search(text)
    if needless and (kind == "permission" or kind == "truth" and not undone):
        return finding(scene, found, "yes", "optional", quote)
    if undone:
        return None
    if _OPTIONAL.search(text) and not _DUTY.search(text):
        form = found.passage.clause.kind in ("row", "field")  # what one may add to a form waives nothing
        free = _LEFT_FREE.search(part) and not _PART_OF.search(part) and not form
        if not free or kind != "obligation" and not tells(scene, found):
            return None
        return finding(scene, found, "no" if kind == "obligation" else "yes", "optional", quote)
    ordered = _DUTY.search(text) or _ALL_OF.search(found.passage.rule)
    return finding(scene, found, "no", "must", quote) if ordered else None


def _tells_of_leaving_out(scene: Scene, kind: Mode) -> bool:
    """Whether something is not done, in the part that asks or as the way for which leave is asked."""
    if kind == "permission":
        return "negated" in scene.frame.marks or bool(_UNDONE.search(A_NOT_A.sub("", scene.frame.masked)))
    if "negated" not in scene.frame.marks or kind != "truth":
        return "negated" in scene.frame.marks
    return bool(scene.frame.marks & {"presuppose", "demand"}) and not only_background(scene, _SKIPPED)


def not_done_there(part: str, words: tuple[str, ...]) -> bool:
    """Whether the part of the sentence itself says of one of the words that it is not done ("不需要报送纸质材料")."""
    denial = r"(?:不(?!得|少于|低于|超过|足|断|仅|但|只|同|等|定期)|无需|免)[^，。；、]{0,6}"
    return any(re.search(denial + re.escape(w), part.lower()) for w in words)


def denied_there(scene: Scene, found: Found) -> Finding | None:
    """That it is not so, where the sentence denies the last thing asked ("占不占名额": 不占所在市名额)."""
    asked = A_NOT_A.sub("", scene.frame.masked)
    if _DENIAL.search(asked) or OWN_PURSE.search(asked):
        return None  # that others do not pay is no relief for whoever asks
    own = [scene.frame.terms[i] for i in found.own if scene.frame.terms[i].kind != "unit"]
    last = max(own, key=lambda t: max(asked.rfind(w) for w in (t.words, *t.also)), default=None)
    if last is None or max(asked.rfind(w) for w in (last.words, *last.also)) < 0 or to_come(scene):
        return None
    text = found.passage.text
    words = tuple(a for a, f in last.alternatives if f >= 0.75 and len(a) > 1)
    parts = [text[s:e] for s, e in segments(text) if any(w in text[s:e].lower() for w in words)]
    if not parts or not all(not_done_there(part, words) for part in parts):
        return None
    if any((freed := WAIVES.search(part)) and _of_others(scene, part, freed.group()) for part in parts):
        return None
    return finding(scene, found, "no", "contrary", whole(found.passage) if len(text) <= 130 else None)


def only_background(scene: Scene, denial: re.Pattern[str]) -> bool:
    """Whether what was left out is only told ("材料没交齐，会告诉我们吗") and not the way that is asked about."""
    return "haste" not in scene.frame.marks and not denial.search(scene.frame.asking_part)


def loss_for_it(scene: Scene, text: str) -> bool:
    """Whether it is asked what is lost for leaving something out: that it must be done answers only where the
    sentence tells what goes before the loss."""
    return bool(scene.frame.concepts & LOSS) and not _BEFORE_LOSS.search(text)


def lacking_there(text: str, words: tuple[str, ...]) -> bool:
    """Whether the sentence itself is about whoever lacks or leaves out the thing ("未按时提交总结的，撤销")."""
    lack = r"(?:未|没有?|不(?!得|少于|低于|超过)|拒不|逾期)[^，。；]{0,10}"
    return any(re.search(lack + re.escape(w) + r"[^。；]{0,16}的[，,]?", text.lower()) for w in words)


def waived(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The question asks whether a thing is needed; the sentence says that it is not."""
    match = WAIVES.search(found.passage.text)
    if not match or kind != "obligation" or "negated" in scene.frame.marks or found.coverage < 0.35:
        return None
    part = segment_at(found.passage.text, match.start())
    if not any(w in part.lower() for w in scene.words(found)) or _of_others(scene, part, match.group()):
        return None
    freed = [r for r in reliefs_in(found.passage.text) if r.kind == "frees" and r.start <= match.start() < r.end]
    if any(alternatives(r.case) and not case_told(scene, r.case) for r in freed):
        return None  # 丙类免于提供 frees nobody else
    return finding(scene, found, "no", "optional")


def _of_others(scene: Scene, part: str, waives: str) -> bool:
    """Whether the part waives something for a sort ("新编教材免于提供") of which the question does not speak."""
    sort = re.sub(
        r"^\W*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?|[的者]?(?:均|都|可以?|也|则|，)*$",
        "",
        part.split(waives)[0],
    )
    sorts = [s for s in re.split(r"[、，]|和|及|或", sort) if len(s) > 1]
    asked = scene.frame.masked
    named = {a for t in scene.frame.terms for a, _ in t.alternatives} | {t.words for t in scene.frame.terms}
    known = (any(w in s for w in named) for s in sorts)
    return bool(sorts) and not any(
        s[:2] in asked or s[:-2] in asked or whole for s, whole in zip(sorts, known, strict=True)
    )
