"""What a sentence must hold before it may say yes: a yes needs every discriminating word of the question."""

from __future__ import annotations

import re

from assistant.answering.grounds.asked_things import another_thing
from assistant.answering.grounds.case_told import asks_the_unknown, excepted, of_the_rest, poorer
from assistant.answering.grounds.contrasts import contrasted
from assistant.answering.grounds.figured import figures_told, how_often, out_of_order, turned_round
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, contacts_in, purposive, quantities_in
from assistant.answering.grounds.whose import asker, of_all, of_issuer, of_others, other_doer, other_schools
from assistant.answering.question.focusing import focus, kept_apart, of_standing
from assistant.answering.question.frame import Frame
from assistant.answering.question.term import OF_AN_ACT, OWN_NAME, Term
from assistant.answering.question.text import BUREAU, GRAMMAR, pairs, short_for
from assistant.answering.question.told_in_english import SENT_TO
from assistant.answering.sentences.rulings import parts, rulings
from assistant.guideline.patterns import regex

_VERB = regex(
    r"应|须|需|可|要|将|由|为|是|有|请|不|得|能|予|进行|开展|组织|提交|报送|公示|发布|支持|鼓励|吸纳|采用|打印|装订|填写|盖章|包括|含|"
    r"参与|加入|推荐|撤销|邀请|成立|建立|制定|寄|发送|设立|聘|给予|接受|反馈|落实|印发|授牌|验收|使用|符合|具有|具备|自筹|协助|负责|写清|应用"
)
_OF_A_FORM = ("row", "field", "note")
_ASKED_BEFORE = regex(r"[前先]|\b(?:before|first|beforehand)\b")
_BEFORE = regex(r"(?:撤销|取消|退出|收回)[^，。；]{0,6}前")
_ENOUGH = regex(r"就(?:可以|行|够|成)(?:了|吗|吧|[，,？?]|$)")
_HAPPENS = regex(r"会(?!议|员|计)|拨|发放|享受|[给拿领]到?|有没有")
_WHOLLY = regex(r"全(?:部|额|都)?(?:用|发|给|拿|归|分|作|投|花)|百分之百|\ball of it\b")
_MORE_THAN = regex(
    r"比(?!例|如|方|较).{1,14}(?:多|少|大|小|高|低|长|短|早|晚|严)|\b(?:more|fewer|less|longer|higher) \w* ?than\b"
    r"|(?:这么|那么|一样|同样)(?:多|少|久|长)|(?:这个|同一个)数|\b(?:as|that|the same) (?:many|much|number)\b"
)
# Characters that stand before a noun without being part of it: verbs of one syllable and function words.
_LIGHT = frozenset(
    "的了有在和与是个把被也都还就再太很不没请叫让给向到从按对为由以及或要得能可会想去来做办开建买卖用发送交报寄领拿"
    "找派设填写盖签评选搞弄出入进走看查审批定订成立加带拉招收付花投组编印打装换改补退转说讲问听知懂学教管负多少几每各该此这那哪某其"
)
_ACT = regex(
    r"(?:能不能|可不可以|能否|可否|可以|能)(?:再|直接|自己|自行|单独|另外|也|都|先|不?用|把|拿来|拿去|用来)*(?P<act>[一-鿿])"
)
_DONE = regex(r"[，,。；;](?P<act>[^，,。；;？?]{3,24}?)(?:行|可以|成)(?:吗|不)")
# Verbs that only carry the noun of an event: 接受检查, 开展评审 and 检查, 评审 are one.
_SUPPORTING = frozenset("接受 进行 开展 举行 举办 召开 经过 先经".split())
_THERE_IS = regex(
    r"(?:有没有|有无|是否有|设有|有(?!机会|可能|权|资格|必要|办法))(?P<what>(?:(?![要会须得应能可])[一-鿿]){4,12}?)(?:吗|么|没有|[？?]|$)"
)
_WHOM = regex(r"(?:组织|邀请|请|让|由|向|派)$")
_LIGHT_RUN = regex(r"[手写打挂卡漏延存收拉带出加放拿搬换]{2,4}(?=[吗不吧呢么？?，,]|可以|行|就)")
_LEVEL = tuple("省市县区")
_WITHIN = ("里", "里的", "上", "级", "里头", "里面")
_CHOICE_OF_TWO = regex(r"能不能|可不可以|可否|能否|准不准|让不让|可以不可以")
_MAY = regex(r"(?:可以|能够?|允许|准许|让)(?P<act>[一-鿿]{2,})")
_GETS = regex(r"(?:可以|能够?|能不能|可否|能否)(?:自己|直接|也|来|去)*(?:拿|领|得|享受|要)\S{0,3} {2,}")
_GIVEN = regex(r"申[领报请]|领取|享受|对象|给予|发放|[奖补资]助?[贴补励]?")
_LIGHTEST = regex(r"[吗呢吧么嘛啊呀的了这那样做行成算都也就再还又给我们你他她它个些去来用到在上下里]")
_SHORT_EN = 8  # words of an English question that turns on every one
_MODAL = "要能可得给去来会该用"
PAPERS = frozenset({"application_form", "materials", "proposal"})
_VOUCHER = regex(r"证(?!件|书$)|凭")  # a paper that proves one thing: standing in a form does not make it asked for
LOSS = frozenset({"revoke", "veto"})
LOST_WITH = LOSS | {"plaque", "recognise", "condition"}


def contrast(scene: Scene, found: Found) -> tuple[str, ...]:
    """The words that may fill the first slot that the sentence fills with another word than the question; () where
    there is none."""
    return contrasted(scene.frame.masked, found.passage.text.lower())


def proves(scene: Scene, found: Found) -> bool:
    """Whether the sentence itself says all that the question wants affirmed: each weighty word of the part that
    asks, each figure, in the order asked; not a contact line, a purpose or a bare title."""
    frame, text = scene.frame, found.passage.text
    unspaced = re.sub(r"\s", "", text)
    offered = unspaced.split("□")[1:]  # what may be ticked, said in full or by its last words
    if any(o.startswith(w) or o.endswith(w) for w in _ticked(frame) for o in offered):
        return True
    if found.passage.clause.kind in _OF_A_FORM and not _VERB.search(text) or purposive(text):
        return False
    if len(text) < 10 and all(r.force == "is" for r in rulings(text.lower())):
        return False
    if SENT_TO.search(frame.masked) and not re.search("[报寄发递]送|邮寄|[送报寄交]至|提交|上报", text):
        return False
    if contacts_in(text) or re.search(r"联\s*系\s*(?:人|电话|方式)|电\s*话[:：]|传真[:：]", text):
        return False
    if how_often(focus(frame.masked), text) or _ENOUGH.search(frame.masked):
        return False
    if _MORE_THAN.search(frame.masked):
        return False
    if _WHOLLY.search(frame.masked) and any(q.dimension == "ratio" for q in quantities_in(text)):
        return False
    if excepted(scene, text) or _another_act(scene, found) or _only_words_of_it(scene, text):
        return False
    if of_all(scene, text) or of_others(scene, text):
        return False
    return figures_told(scene, text) and tells(scene, found)


def _ticked(frame: Frame) -> list[str]:
    """The words of the part that asks which may be those of a box to tick; what is told of a form before ("有这个框，那
    就会拨款吧") is not what is asked."""
    part = focus(frame.masked)
    if _HAPPENS.search(part):
        return []
    return [t.words for t in frame.terms if len(t.words) >= 4 and t.words in part]


def _another_act(scene: Scene, found: Found) -> bool:
    """Whether leave is asked for an act where the sentence only orders another ("可以写进推荐书吗": 请做脱密处理)."""
    text = found.passage.text.lower()
    asked = _ACT.search(scene.frame.masked) or _DONE.search(scene.frame.masked)
    if asked is None or "permission" not in scene.frame.marks:
        return False
    _, made = parts(text)
    words = scene.words(found)
    part = max(made, key=lambda p: sum(len(w) for w in words if w in text[p.start : p.end]), default=None)
    if part is None or part.leave != "must" or asked["act"] in text:
        return False
    start, end = asked.start("act"), asked.end("act")
    places = ((t, scene.frame.masked.find(t.words)) for t in scene.frame.terms)
    named = (t for t, at in places if start - 2 <= at <= start or start <= at < end - 1)
    return not any(a in text for t in named for a, _ in t.alternatives)


def _only_words_of_it(scene: Scene, text: str) -> bool:
    """Whether the existence of a thing of several words is asked about, and the sentence holds the words apart."""
    asked = _THERE_IS.search(scene.frame.masked)
    thing = re.sub(r"[的了过]", "", asked["what"]) if asked else ""
    if len(thing) < 4 or asked is None:
        return False
    held = [p for p in pairs(thing) if p in text]
    return len(held) < 0.7 * (len(thing) - 1) and thing[-2:] in text


def tells(scene: Scene, found: Found) -> bool:
    """Whether the sentence speaks of all the weighty things that the question speaks of, figures aside."""
    frame, text = scene.frame, found.passage.text
    if contrast(scene, found) or out_of_order(scene, text) or turned_round(scene, found) or other_schools(scene, text):
        return False
    if other_doer(scene, text) or poorer(scene, text) or another_thing(scene, text):
        return False
    if strange_act(scene) or _light_act(scene, text) or _lost_for_another_cause(scene, found):
        return False
    unknown = [t for t in frame.terms if t.kind == "unknown" and len(t.words) > 1]
    # 家长 is half a filler, and a word of its own.
    strange = [t for t in unknown if len(t.words) >= 4 or t.weight >= 0.4 or _some_body(frame.masked, t.words)]
    strange = [t for t in strange if not short_for(t.words, text)]
    if len(strange) > (frame.language == "en" and len(frame.masked.split()) > _SHORT_EN) or _of_a_longer_word(
        scene, text
    ):
        return False
    if asks_the_unknown(scene) or _no_word_of_the_act(scene, text):
        return False
    least = 1.3 if frame.inherited else 1.0  # a quarter of what the heaviest word weighed in the question before
    weighty = [t for t in frame.terms if t.weight >= least and t.kind != "unknown" and not t.words.isdigit()]
    weighty += [t for t in frame.terms if t.weight >= OF_AN_ACT and t.is_act or _wordless(t, least)]
    if frame.concepts & LOSS and any(LOSS & set(frame.terms[i].concepts) for i in found.own):
        weighty = [t for t in weighty if LOSS & set(t.concepts) or LOST_WITH.isdisjoint(t.concepts)]
    rest = [t for t in weighty if not of_standing(t.words, t.concepts, frame.masked)]
    weighty = rest if any(t.kind != "unit" for t in rest) else weighty
    if weighty and all(set(t.concepts) & PAPERS for t in weighty) and not frame.quantities and not frame.days:
        return False
    return all(_told(scene, t, found) for t in weighty)


def _wordless(term: Term, least: float) -> bool:
    """Whether documents have no word at all for what the term is about, told before the part that asks (税务课题), or no
    name of the unit that it is, only of wider ones (幼儿园: 学校)."""
    if term.kind == "unit":
        return not any(f >= OWN_NAME for _, f in term.alternatives)
    return term.surmised and not term.grounded and 0.8 * least <= term.weight < least


def _some_body(asked: str, word: str) -> bool:
    """Whether the unknown word names who is to act ("组织家长……")."""
    return GRAMMAR.isdisjoint(word) and bool(_WHOM.search(asked[: max(0, asked.find(word))]))


def _of_a_longer_word(scene: Scene, text: str) -> bool:
    """Whether a word of the question that the sentence holds is only the end of a longer one that it does not hold
    (党|组织, 工会|组织); a verb or a function word before it makes no longer word."""
    asked = scene.frame.masked
    for term in scene.frame.terms:
        at = asked.find(term.words)
        if term.kind != "concept" or len(term.words) != 2 or at < 1 or term.words not in text:
            continue
        before = asked[at - 1]
        unknown = any(t.kind == "unknown" and t.words.endswith(before) for t in scene.frame.terms)
        if unknown and before not in _LIGHT and before + term.words not in text:
            return True
    return False


def _no_word_of_the_act(scene: Scene, text: str) -> bool:
    """Whether all that stands behind "may one" is light words ("带家属一起去") that no sentence tells of, or to get
    what the programme gives, whose name is blanked, of which this sentence tells nothing."""
    if _GETS.search(scene.frame.masked) and not _GIVEN.search(text):
        return True
    act = _MAY.search(_CHOICE_OF_TWO.sub("能", scene.frame.asking_part))
    if not act:
        return False
    left = _LIGHTEST.sub("", act["act"])
    words = {w for t in scene.frame.terms if t.kind != "unknown" for w in (t.words, *t.also)}
    told = any(w in act["act"] or act["act"] in w or w[-2:] in act["act"] for w in words)
    return len(left) > 1 and not told and not scene.frame.quantities and not scene.frame.days


def _lost_for_another_cause(scene: Scene, found: Found) -> bool:
    """Whether a loss is asked about ("晚了会被取消资格吗") and what it would be for, however light a word, is not
    spoken of by the sentence."""
    asked, terms = scene.frame.masked, scene.frame.terms
    if scene.frame.concepts & LOSS and _BEFORE.search(found.passage.text) and not _ASKED_BEFORE.search(asked):
        return True  # what goes before the loss is not what it is for
    candidates = [t for t in terms if not set(t.concepts) & (LOST_WITH - LOSS)]
    last = max(candidates, key=lambda t: asked.rfind(t.words), default=None)
    if last is None or LOSS.isdisjoint(last.concepts):
        return False
    cause = {i: t for i, t in enumerate(terms) if t.kind != "unit" and LOST_WITH.isdisjoint(t.concepts)}
    telling = [i for i, t in cause.items() if t.weight >= 1.0] or list(cause)
    return any(i not in found.own for i in telling)


def _told(scene: Scene, term: Term, found: Found) -> bool:
    low = found.passage.text.lower()
    if short_for(term.words, low) or kept_apart(scene.frame.masked, term.words, low):
        return True
    if any(s in low for s in term.same) or of_issuer(scene, term, low) or of_the_rest(scene, term, found):
        return True
    if BUREAU.search(term.words) and (stem := BUREAU.sub("", term.words).lstrip("市省区县")):
        return bool(
            re.search(re.escape(stem) + r"(?:[、和及与][^，。；]{1,12})?(?:行政|主管)?(?:部门|局|委|厅|处|司)", low)
        )
    if term.kind == "unit":
        return asker(scene, term) or any(a in low for a, f in term.alternatives if f >= OWN_NAME)
    bare = term.words.lstrip(_MODAL)
    if term.is_act:
        return any(a in low for a, _ in term.alternatives)
    if "一式" in low and set(term.concepts) <= {"submit", "mail"} and term.concepts:
        return True  # so many copies are there to be handed in
    if term.concepts == ("levels_where",) and bare[:1] in _LEVEL and bare[1:] in _WITHIN:
        return bool(re.search(bare[0] + r"(?!场|域|政|长|部|别|委)", low))
    if bare and bare in low or bare in _SUPPORTING:
        return True
    if any(a in low for a in term.also):
        # 用活页夹装订: a thing that no document knows, beside a word that the sentence holds, is told by neither
        strange = len(bare) > 2 and "一" <= bare[0] <= "鿿" and not scene.index.known(bare)
        return not strange or any(p in low for p in pairs(bare))
    if (
        set(term.concepts) & PAPERS
        and not _VOUCHER.search(term.words)
        and any(a in _place(found) for a, _ in term.alternatives)
    ):
        return True
    held = [a for a, _ in term.alternatives if a in low]
    if not held:
        return False
    if len(term.words) == 1 and scene.frame.quantities or term.is_role and not term.surmised:
        return True  # 参加 and 参与 are one role
    if term.topical:
        return any(p in low for p in pairs(bare))
    if not term.surmised and scene.index.known(term.words) and "一" <= term.words[0] <= "鿿":
        return any(p in low for p in pairs(term.words)) or scene.frame.inherited
    return True


def strange_act(scene: Scene) -> bool:
    """Whether what is asked to be allowed is a word that no document holds ("能换……吗")."""
    return any(t.kind == "unknown" and re.match(r"[能可](?!作$)\S", t.words) for t in scene.frame.terms)


def narrowed(scene: Scene) -> bool:
    """Whether an English word that nothing is known of narrows what is asked to be required ("ISO certification"): what
    a document says of the noun does not hold of that."""
    if "obligation" not in scene.frame.marks:
        return False
    strange = [t.words for t in scene.frame.terms if t.kind == "unknown" and t.words.isascii()]
    nouns = [t.words for t in scene.frame.terms if t.kind != "unknown" and t.words.isascii()]
    return any(re.search(rf"\b{re.escape(a)} {re.escape(b)}\b", scene.frame.masked) for a in strange for b in nouns)


def _light_act(scene: Scene, text: str) -> bool:
    """Whether the act asked about is made of light words that no term holds and the sentence does not say ("手写")."""
    return any(run not in text for run in _LIGHT_RUN.findall(scene.frame.masked))


def _place(found: Found) -> str:
    """The headings and the context that the clause stands under."""
    return " ".join((*found.passage.clause.path, found.passage.clause.context)).lower()
