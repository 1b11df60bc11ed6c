"""Duties, events and supports that a sentence states outright: a yes to them frees nobody of anything, so what was told
before the comma need not stand in the sentence, and a word of the documents may stand for the asker's. What is to be
done, by whom, how much and when must be the same: the act, the thing and the figures of the part that asks."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.grounds.case_told import BEFORE_LOSS, asks_before_loss
from assistant.answering.grounds.figured import figures_told, how_often, turned_round
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding, governed
from assistant.answering.grounds.proof import LOSS, LOST_WITH, PAPERS, contrast
from assistant.answering.grounds.scene import Scene, contacts_in, purposive, spoken
from assistant.answering.grounds.whose import asker, of_issuer, of_organiser, other_doer
from assistant.answering.question.focusing import focus, kept_apart, standing_told
from assistant.answering.question.term import OWN_NAME, Term
from assistant.answering.question.text import short_for
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex

_WEIGHTY, _TOPIC = 0.9, 1.0
_STRANGER = 0.7
_FAINT = 0.35  # a word that no document holds and that weighs less is a verb among others
_FOR_IT = 0.7  # of an alternative by which documents may call the thing
_A_NOT_A = regex(r"([一-鿿])[不没]\1")
_CLAIMS_MORE = regex(
    r"自动|直接|一定|必然|肯定|保证|永|终身|都(?!要|得|须|需|应)|全部|所有|任何|每(?!年|月|季)|只|仅|光|唯一|随时|随便|自己|自行|单独|马上|立[刻即]|当[天场]|就(?:行|够|能|可以|算)"
    r"|不(?!是)|没(?!有)|别|免|省|比|多于|超过|\b(?:only|all|any|every|automatically|immediately|always|not?|never|without)\b"
)
_STATES = regex(
    r"(?<![相对响效供适反])应(?:当|(?![用届急对]))|须|需(?!求)|必须|要(?!求|素|点)|请|将|由|负责|组织|一并|同时|方可|予以|一律|均|视情|酌情"
)
_FIRM = regex(r"(?<![相对响效供适反])应(?:当|(?![用届急对]))|须|需(?!求)|要(?!求|素|点)|请|方可|一律|均")
_MUST = regex(r"必须|一定[要得]|非得|强制|\bmust\b|\bmandatory\b|\bcompulsory\b")
_BARRED = frozenset({"negated", "exclusive", "absolute", "anything", "demand"})
_DENIES = regex(
    r"不(?!少于|低于|超过|得少|得低|得多|同|断|仅|但|限|高于|大于|小于)|无需|免|未|无(?!误|异|偿|人|线)|除外|停止|暂停|取消(?!.{0,4}资格)"
)
_AT_WILL = regex(r"视情|酌情|必要时|如有需要|原则上|一般|可(?!行|复|持|靠|能性|操作)以?")
_WISHED = regex(r"优先|择优|争取|鼓励|支持|倡导|提倡|引导|推荐|力争|积极|自愿")
_PLANNED = regex(r"将|拟|(?<!自)由")
_HEARSAY = regex(
    r"[^，,。；;？?]*(?:有人|别人|同事|领导|他们|大家|人家)(?:都|就|也|还|又)?(?:说|讲|觉得|认为)[^，,。；;？?]*[，,。；;]"
)
_FIGURE = regex(r"\d|[一二两三四五六七八九十](?=[天日周月年次个])|\b(?:one|two|three|four|five|ten)\b")
_FIRST = regex(r"事[先前]|提前|预先|撤|units?|parties")
_CASE = regex(r"(?:的|者|时|前提下|情况下)[，,：:]$")
_OF_LEAVE = regex(r"可行|合规|合格|够格|符合|满足|达标|算|资格|牵头|报(?:名|得了)|条件")
_BY = regex(r"由(?P<who>[一-鿿]{2})")
# When it is asked for, which every duty of whoever was selected is.
_STAGE = regex(
    r"^[^，,。；;？?]{0,8}(?:[评选]上|入选|立项|认定|通过|获[批评]|批下来|拿到牌子?|[授挂]牌|列入名单|进名单)"
    r"[^，,。；;？?]{0,4}?(?:以后|之后|后|了)[，,]?(?!就|是不是就|自动|直接|马上)"
)
# To found what the programme is about is the very thing that its clauses are on: 组建……共同体，.
_FOUNDED = regex(r"^\s*(?:组建|筹建|创建|共建|成立|建设|建|搞|办|做)\s{3,}(?:的时候|时|中)?[，,]")
_LAST_THEN = regex(
    r"先(?P<act>[^，,。？?]{1,12}?)(?:一下|好|完)?(?:再|才|之?后)(?:[去来])?(?:报|交|送|提交|申报|寄)(?:上去|送)?"
)


def confirmed(scene: Scene, kind: Mode) -> Finding | None:
    """A yes, or that it depends, from the first sentence that states the duty or event asked about."""
    if (
        kind == "permission"
        and not of_organiser(scene)
        or not scene.chosen
        or scene.frame.denies
        or not scene.frame.whether
    ):
        return None
    heard = asks_before_loss(scene)  # what is told before it is only what the loss is for
    must = kind == "obligation" and "exclusive" in scene.frame.marks and _MUST.search(scene.frame.asking_part)
    if scene.frame.marks & _BARRED - ({"negated"} if heard else {"exclusive"} if must else set()):
        return None
    if scene.frame.concepts & LOSS and not heard:
        return None
    if _OF_LEAVE.search(scene.frame.masked):
        return None
    asked = _HEARSAY.sub("", _FOUNDED.sub("", scene.frame.masked))
    asked = _STAGE.sub("", _LAST_THEN.sub(lambda m: m["act"], asked))
    asked = asked[len(standing_told(asked)) :]
    part = focus(asked)
    claimed = _CLAIMS_MORE.findall(_A_NOT_A.sub(r"\1", part))
    for found in scene.found[:3]:
        text = found.passage.text
        if not spoken(found.passage) or purposive(text) or not found.own or contacts_in(text) or "□" in text:
            continue
        if heard and not BEFORE_LOSS.search(text) or must and not _laid_down(scene, text):
            continue
        if any(word not in text for word in claimed):
            continue  # 单独装订 claims more than the sentence says only where the sentence does not say so
        if found.passage.clause.kind in ("row", "field") or not _says(scene, found, part):
            continue
        if not (_STATES.search(text) or of_organiser(scene, text)):
            continue
        if _beside_the_topic(scene, found, asked, part) or _by_another(part, text):
            continue
        if verdict := _how_firmly(scene, found, kind):
            return finding(scene, found, verdict, "must" if verdict == "yes" and kind == "obligation" else "")
    return None


def _says(scene: Scene, found: Found, part: str) -> bool:
    """Whether the sentence holds every weighty thing of the part that asks, and by whom and how much."""
    text = found.passage.text
    asked = [t for t in scene.frame.terms if any(w in part for w in (t.words, *t.also))]
    last = max(asked, key=lambda t: max(part.rfind(w) for w in (t.words, *t.also)), default=None)
    if last is None or last.kind == "unknown" and last.words not in text or strangers(scene, part, text):
        return False
    if (
        contrast(scene, found)
        or how_often(part, text)
        or turned_round(scene, found)
        or other_doer(scene, text)
        or not (figures_told(scene, text) or asks_before_loss(scene) and not _FIGURE.search(part))
    ):
        return False
    return told(scene, found, part)


def _laid_down(scene: Scene, text: str) -> bool:
    """Whether each part of the sentence that tells of the thing which "must" be is ruled by a word of duty, its own or
    that of a part before it, and is laid on nobody of whom the question does not speak (企业主体应……: the 联合体)."""
    asked, low = scene.frame.asking_part, text.lower()
    first = _FIRM.search(low)
    doers = [m.unit.words for m in scene.taxonomy.find(low[: first.start()])] if first else []
    if any(d not in scene.frame.masked for d in doers):
        return False
    things = [t for t in scene.frame.terms if t.kind != "unit" and t.weight >= 2.0 and t.words in asked]
    words = {a for t in things for a, _ in t.alternatives}
    led, held = "", []
    for start, end in segments(text):
        part = text[start:end]
        led = part if any(p.search(part) for p in (_FIRM, _AT_WILL, _WISHED, _PLANNED)) else led
        if any(w in part.lower() for w in words):
            held.append(bool(_FIRM.search(led)))
        led = "" if part.endswith(("；", ";")) else led
    return bool(held) and all(held)


def strangers(scene: Scene, part: str, text: str) -> bool:
    """Whether the part that asks has words that no document holds and the sentence does not say in other characters."""
    unknown = [t for t in scene.frame.terms if t.kind == "unknown" and t.words in part and t.words not in text]
    unknown = [t for t in unknown if not (BEFORE_LOSS.search(text) and _FIRST.fullmatch(t.words))]
    return any(t.weight >= _FAINT and not short_for(t.words, text) for t in unknown)


def told(scene: Scene, found: Found, part: str) -> bool:
    """Whether the sentence speaks of every weighty thing of the part that asks, a thing among them."""
    asked = [t for t in scene.frame.terms if any(w in part for w in (t.words, *t.also)) and t.kind != "unknown"]
    known = [t for t in asked if t.weight >= _WEIGHTY or t.is_act]
    things = [t for t in known if t.kind != "unit" and t.weight >= 2.0]
    low = found.passage.text.lower()
    return bool(things) and all(of_issuer(scene, t, low) or _said(scene, t, low) for t in known)


def _beside_the_topic(scene: Scene, found: Found, asked: str, part: str) -> bool:
    """Whether what the question is about before the comma ("年度报告，……") is told neither by the sentence nor by what
    stands above it; that the application is meant goes without saying."""
    terms = enumerate(scene.frame.terms)
    before = [(i, t) for i, t in terms if t.words in asked and t.words not in part and not t.is_role]
    topics = (
        i for i, t in before if t.kind in ("concept", "word") and t.weight >= _TOPIC and not PAPERS & set(t.concepts)
    )
    # 幼儿园 and 厨师 before the comma: whom no document knows no sentence is about.
    nobody = any(
        t.kind == "unit"
        and not asker(scene, t)
        and not any(f >= OWN_NAME for _, f in t.alternatives)
        or t.kind == "unknown"
        and t.weight >= _STRANGER
        for _, t in before
    )
    if asks_before_loss(scene):  # that it is lost must be told, what it is lost for need not
        return nobody or not any(LOST_WITH & set(scene.frame.terms[i].concepts) for i in found.own)
    return nobody or any(i not in found.matched for i in topics)


def _by_another(part: str, text: str) -> bool:
    """Whether the question says by whom ("由专家组织") and the sentence has nobody of that name do it."""
    return any(
        not re.search(rf"由[^，。；]{{0,6}}{re.escape(m['who'])}|(?:^|[，。；）)、]){re.escape(m['who'])}", text)
        for m in _BY.finditer(part)
    )


def _said(scene: Scene, term: Term, low: str) -> bool:
    if term.kind == "unit":
        both = "校企" in low and any(a in ("学校", "高校", "企业") for a, f in term.alternatives if f >= OWN_NAME)
        return both or asker(scene, term) or any(a in low for a, f in term.alternatives if f >= OWN_NAME)
    parted = term.kind == "concept" and len(term.words) == 2 and not term.words.isascii()
    if parted and re.search(f"{term.words[0]}[一-鿿]?{term.words[1]}", low):  # 盖章: 加盖公章
        return True
    if short_for(term.words, low) or any(w in low for w in (term.words, *term.also, *term.same)):
        return True
    if kept_apart(scene.frame.masked, term.words, low):
        return True
    if len(term.words) > 1 and scene.index.known(term.words):
        return False  # the documents have that very word, for something else
    return any(a in low for a, f in term.alternatives if f >= _FOR_IT)


def _how_firmly(scene: Scene, found: Found, kind: Mode) -> Verdict | None:
    told, text = governed(scene, found), found.passage.text
    if _DENIES.search(told):
        return None
    if _WISHED.search(told) and not _WISHED.search(scene.frame.masked):
        return None
    if _AT_WILL.search(told):
        return "conditional"
    for start, end in segments(text):
        if _CASE.search(text[start:end]) and not any(w in text[start:end].lower() for w in scene.words(found)):
            return "conditional"
    return "yes"
