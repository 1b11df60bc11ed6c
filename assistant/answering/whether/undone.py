"""Asking leave for a way that leaves undone, or does otherwise, what a sentence orders ("先自己留着、不上网公布，行吗":
公开发布): only the way that is asked about is held against the sentence, not what was told around it."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import around, segments
from assistant.answering.whether.leaving_out import lacking_there, not_done_there
from assistant.guideline.patterns import regex

_WEIGHTY, _TOPIC = 0.5, 1.2
_A_NOT_A = regex(r"([一-鿿])[不没]\1")
_LEAVE = regex(
    r"(?:这样|这么[做写办弄交]|总|都|就|也)?(?:可不可以|可以|行不行|行(?!业)|成不成|成|ok|没问题|合适|合规定?|不要紧|没关系)[了的]?(?:吗|吧|不|么|嘛|呢|啊)?"
    r"[？?。！!\s]*$"
)
_LEFT = regex(
    r"(?:不(?!是|过|仅|光|但|管|论|得|少于|超过|低于|高于|了|好|同|能|可|会|行|成|够|算|对(?!外|社会|公众)|在|属|知|具备|满|足|到|着|符合|等|止|只|必|如"
    r"|妨|准|许|让|错|齐|全|吗|吧|要|用|需)(?:再|另外?|单独|去|走|经过?|上)?|(?<!有)没(?!有|错|问题)|跳过|绕过|略过|省去|省掉|免去)"
    r"(?P<what>[^，,。；;？?、]{2,10})"
)
_NOT_DONE = regex(
    r"(?P<what>[^，,。；;？?、]{2,8}?)(?:先|都|也|就|暂时)*不(?:扣|交|缴|盖|签|填|报|寄|办|走|送|审|评|验|做|备案|公示)(?=[，,。；;]|$)"
)
_AS_IS = regex(r"原样|照原样|照实|照搬|原封不动|不加?处理|不作处理|不做处理|\bas (?:it is|is)\b")
_LEFT_AS_IS = regex(rf"(?:能|可以|可否|能否)[^，,。；;？?]{{0,6}}?(?:{_AS_IS.pattern})")
_TREATED = regex(
    r"(?:请|应(?!用)|须|需(?!求)|要(?!求))[^，。；]{0,8}(?:处理|脱[密敏]|隐去|遮[盖挡]|删[除去]|去除|剔除|替换|隐匿)"
)
_ORDERS = regex(
    r"应(?:当|(?!用|届))|须|需(?!求)|必须|要(?!求|素|点)|请|方可|将|经.{1,20}(?:后|批准|审议|通过)|由|并|同时"
    r"|在[^，。；]{2,20}后[，,]$|前.{0,20}(?:完成|报送|提交)"
)
_FREE = regex(r"可(?!行|复|持|靠|能性)以?|鼓励|优先|自愿|视情|必要时|酌情|如有|原则上|一般")
_REACH, _SURE = 110, 0.9


def undone(scene: Scene, kind: Mode) -> Finding | None:
    """A no from the sentence that orders what the way asked about leaves out, or that wants the thing changed which
    is to be left as it is."""
    asked = _A_NOT_A.sub("　　　", scene.frame.masked)
    if kind == "obligation" or scene.frame.denies:
        return None
    leave = bool(_LEAVE.search(asked))
    left = [m["what"] for p in (_LEFT, _NOT_DONE) for m in p.finditer(asked)] if leave else []
    as_is = bool((_AS_IS if leave else _LEFT_AS_IS).search(asked))
    if not left and not as_is:
        return None
    for found in scene.found[:5]:
        if not scene.chosen and found.strict < _SURE:
            continue
        if not spoken(found.passage) or purposive(found.passage.text) or found.passage.clause.kind in ("row", "field"):
            continue
        if as_is and (made := _to_be_treated(scene, found)):
            return made
        for what in left:
            if made := _ordered(scene, found, what):
                return made
    return None


def _ordered(scene: Scene, found: Found, what: str) -> Finding | None:
    text = found.passage.text
    terms = [(i, t) for i, t in enumerate(scene.frame.terms) if t.kind != "unit" and t.grounded]
    missed = [(i, t) for i, t in terms if i in found.own and t.weight >= _WEIGHTY and _stands(t, what)]
    if not missed:
        return None
    topic = [t for i, t in terms if i in found.matched and t.weight >= _TOPIC and not _stands(t, what)]
    if not topic:
        return None
    words = tuple(a for _, t in missed for a, f in t.alternatives if f >= 0.75 and a in text.lower())
    led = ""
    for start, end in segments(text):
        part, before = text[start:end], led
        led = part if _ORDERS.search(part) or _FREE.search(part) else "" if part.endswith(("；", "。")) else led
        here = next((w for w in words if w in part.lower()), "")
        if not here or not_done_there(part, words) or lacking_there(text, words) or _FREE.search(part):
            continue
        if _ORDERS.search(part) or before and _ORDERS.search(before) and not _FREE.search(before):
            at = text.lower().index(here, start)
            quote = around(found.passage, at, at + len(here), scene.words(found), _REACH)
            return finding(scene, found, "no", "must", quote)
    return None


def _stands(term: Term, part: str) -> bool:
    return any(w in part or part.startswith(w[1:]) and len(w) > 2 for w in (term.words, *term.also))


def _to_be_treated(scene: Scene, found: Found) -> Finding | None:
    """The sentence wants the very thing treated first ("涉密内容请做脱密处理")."""
    match = _TREATED.search(found.passage.text)
    if match is None:
        return None
    before = found.passage.text[: match.start()].lower()
    own = (scene.frame.terms[i] for i in found.own)
    about = [t for t in own if t.kind != "unit" and t.weight >= _TOPIC and any(a in before for a, _ in t.alternatives)]
    return finding(scene, found, "no", "must") if about else None
