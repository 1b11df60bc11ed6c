"""What a question adds to what the quotes say: a yes would grant it too.

Most of what is added is said by words that carry no topic ("only", "again", "beforehand", "the others"), so that a
clause on the very topic is found and holds every telling word of the question. Each of these has its counterpart in a
clause that does say it.
"""

from __future__ import annotations

import re

from assistant.answering.grounds.contrasts import contrasted
from assistant.answering.grounds.finding import Finding
from assistant.answering.question.extremes import LOWER, UPPER
from assistant.answering.question.frame import Frame
from assistant.answering.question.text import FUNCTION, pairs
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.programmes.units import taxonomy

_OUGHT = r"(?<![适反响对供效相])应(?!用)"
_ONLY = regex(
    r"(?<![不没])(?<!还是)只(?:能|准|许|对|面向|限|收|招|让|给|由|认|允许)|仅(?:限|能|由|对)|唯一"
    r"|\b(?:only|solely|exclusively)\b"
)
_ONLY_TOLD = regex(
    rf"只|仅|限|唯一|{_OUGHT}|须|不得|均|单位为(?!主)|由[^，。；]{{2,16}}(?:牵头|组织|建设|承担)|\bonly\b"
)
_AGAIN = regex(r"再次|再(?=一|来|度|[报申延评领拿续公])|另外(?!问)|另行|额外|多次|重复|\b(?:again|extra|additional)\b")
_AGAIN_TOLD = regex(r"再|另|重新|多次|又|额外|重复|单独|还(?:可|应)|次年|下一")
_THEN = regex(r"先.{0,20}再|(?:之?后|以后|时候|到时|等.{1,16}|完了?|[好了到])[，,]?再")
_AHEAD = regex(r"提前|事先|预先|\bin advance\b|\bahead of time\b|\bbeforehand\b")
_AHEAD_TOLD = regex(r"提前|事先|预先|前|早")
_BESIDE = regex(
    r"除(?:了|去|开)?[^。？?]{2,24}(?:别的|其他|其它|另外)|\b(?:besides|apart from|other than|in addition to)\b"
)
_BESIDE_TOLD = regex(
    r"(?:其他|其它)[^，。；]{0,10}(?:可|也|均)|等(?=单位|部门|主体|多元|机构|[，。；、）]|$)|也|还|另|可由"
)
_ADDED = ((_ONLY, _ONLY_TOLD), (_AGAIN, _AGAIN_TOLD), (_AHEAD, _AHEAD_TOLD), (_BESIDE, _BESIDE_TOLD))
# A whole is asked for where what is left of it is given.
_WHOLE = regex(r"总(?:收入|额|投入|经费)|全部|全额|\ball of\b|\bthe whole\b")
_REST = regex(r"剩余|余下|其余|净(?:收入|额)")
# Each is asked about where so many are given to all of them together.
_EACH = regex(r"每一?[个家所名位]|\beach\b|\bevery\b")
_TOGETHER = regex(r"(?:共|合计|总计)\s?\d")
_LEFT_OUT = regex(r"不(?:包?含|包括)(?P<what>[^，。；（）()]{2,10})")
_COUNTED_IN = regex(r"连(?!续)|[包]?含|算上|加上|包括|带上|\bincluding\b|\bwith\b")
_UNDONE = regex(r"[未非无](?P<what>[一-鿿]{2})")
_LACKING = regex(r"未|没|无|不|非|尚")
# What has happened is asked, which no rule tells ("公示了吗": 公示5个工作日); that a day has passed is worked out.
_STEP = (
    r"(?:公示|公布|发布|公开|印发|下发|结束|开始|启动|开展|评审|评|审核|审|批复?|认定|授牌|挂牌|验收|撤销?|取消|拨付?|到账|发放?"
    r"|提交|交|报送|报|出来|出|下来|摘牌|摘|定下来)"
)
_HAPPENED = regex(
    rf"{_STEP}(?:完|好|过|结束|开始|下来|出来)?了(?:吗|么|没有?|不)?[？?。\s]*$"
    rf"|(?:已经?|正在|现在|目前|还在|在){_STEP}[^，,。？?]{{0,6}}(?:吗|么|没有?)[？?。\s]*$"
    r"|\b(?:has|have|had) .{1,80}\b(?:been|started|begun|ended|closed|come out|finished)\b"
    r"|^\W*(?:was|were|did) |\balready\b|\byet\b"
)
_THEREBY = regex(r"就.*")  # 无异议，就认定了吗: what follows, not what has happened
_HAPPENED_TOLD = regex(r"已|(?<=[一-鿿])了(?!解)|\b(?:has|have) been\b")
_FITS = regex(r"符合|满足|达到")
_DUTY = regex(rf"{_OUGHT}|须|(?<!如有)需(?!求)|不得|(?<!需)要(?!求|素|点)|由|\b(?:must|shall)\b")
_HELPS = regex(r"协助|帮助")
_LOSS = frozenset({"revoke", "veto"})
_LOST = regex(r"会(?:不会)?被")
_GRAVE = regex(r"违[法规]|擅自|恶意|严重|虚假|无故|拒不|整体|情节|\b(?:law|illegal\w*|serious\w*|violat\w*|fals\w*)\b")
_LEAVE = regex(r"可(?!行|能性|靠|持)|允许|\bmay\b")
_OF_A_FORM = ("row", "field")
_ON_A_FORM = regex(
    r"[表栏填书写选勾格框列附]|\b(?:forms?|fields?|fill\w*|box\w*|template|tables?|rows?|columns?|attach\w*)\b"
)
_TICKS = regex(r"填|选|勾|\b(?:tick|select|choose|fill)")
_GAINS = regex(r"报不[了成上]|[能可]报|才能|资格|[钱款]|拿到?|领|拨|享受|补[助贴]|奖励")
# How somebody is reached is no way to hand something in.
_REACHED = regex(r"电\s*话\s*[:：]|传\s*真\s*[:：]")
_CONTACT = regex(r"@|\d{7}")
_AS_TOLD = regex(r"这么|那么|同样|一样")  # held against what was told before
_HANDED_IN = regex(r"报送|提交|[报递]上|算[^，,。？?]{0,8}(?:交|报)|\b(?:submit\w*|hand\w* in|appl(?:y|ied))\b")
_NAME = regex(r"[“‘《][^”’》]*[”’》]")
_TELLING, _TOLD = 2.0, 1.0
_WHOLE_WORD, _MOSTLY = 3, 0.6  # pairs of characters
_SHORT, _SHORT_EN = 9, 32  # characters of a question that may turn on one word
_LIGHT = frozenset("可能会要有用设建得该应否需")
_CASE = regex(r"的[，,]$")
_OWES = regex(rf"{_OUGHT}|须|负责")


def adds(frame: Frame, finding: Finding) -> bool:
    """Whether the finding's yes would also grant what only the question says, and none of its quotes."""
    asked, reason, proof = frame.masked, finding.reason, " ".join(q.text for q in finding.quotes)
    return (
        any(_says(there, asked) and not told.search(proof) for there, told in _ADDED)
        or bool(_WHOLE.search(asked) and _REST.search(proof))
        or bool(_EACH.search(asked) and _TOGETHER.search(proof) and not _EACH.search(proof))
        or _counts_in(asked, proof)
        or reason != "passed"
        and bool(_HAPPENED.search(_THEREBY.sub("", frame.asking_part)) and not _HAPPENED_TOLD.search(proof))
        or (frame.concepts & _LOSS or _LOST.search(asked))
        and bool(_GRAVE.search(proof) and not _GRAVE.search(asked))
        or _done(asked, proof)
        or _no_duty(frame, reason, proof)
        or reason == "meets"
        and _other_end(asked, proof)
        or _for_the_other(asked, proof)
        or _by_a_form(frame, finding)
        or bool(_REACHED.search(proof) and _HANDED_IN.search(asked))
        or _on_one_word(frame, finding, proof)
        or _of_another(frame, proof)
        or _of_the_next_case(frame, finding.quotes[0])
    )


def _says(added: re.Pattern[str], asked: str) -> bool:
    return any(not _THEN.search(asked[: m.end()]) for m in added.finditer(asked))


def _on_one_word(frame: Frame, finding: Finding, proof: str) -> bool:
    """Whether the proof only speaks of the one telling word of the question ("评审快吗": what reviewers do), by no rule
    on it; that there is such a thing at all, or leave for it, is told where the whole word stands in the proof."""
    telling = [t.words.lower() for t in frame.terms if t.weight >= _TOLD and t.kind != "unit"]
    asked = [c for c in frame.masked if c.isalnum()]
    if len(asked) > (_SHORT_EN if frame.language == "en" else _SHORT) or frame.role or "negated" in frame.marks:
        return False
    more = frame.quantities or frame.days or frame.inherited or len(frame.named) > 1 or frame.plain
    if finding.reason or len(telling) > 1 or more or _CONTACT.search(proof) or _AS_TOLD.search(frame.masked):
        return False
    if _LEAVE.search(proof) and any(u.words in proof for u in frame.units if u.kind not in taxonomy().generic):
        return False
    held = [p in proof.lower() for w in telling for p in pairs(w)]
    left = {frame.masked[at] for at in frame.unread()} - FUNCTION - _LIGHT
    return bool(left) or len(held) < _WHOLE_WORD or sum(held) < _MOSTLY * len(held)


def _counts_in(asked: str, proof: str) -> bool:
    """Whether the question counts in what the proof leaves out ("连专家一共3人": 不含专家)."""
    left_out = [p for m in _LEFT_OUT.finditer(proof) for p in pairs(m["what"])]
    return bool(_COUNTED_IN.search(asked)) and any(p in asked for p in left_out)


def _of_the_next_case(frame: Frame, quote: Quote) -> bool:
    """Whether a telling word of the question stands only in a further case of the sentence, which has a rule of its own
    ("名称变更的，应备案；负责人变更的，应……")."""
    low, said = re.split("。", quote.clause.text[quote.end :])[0].lower(), quote.text.lower()
    cases = [low[s:e] for s, e in segments(low) if _CASE.search(low[s:e])]
    telling = [t.words.lower() for t in frame.terms if t.weight >= _TELLING and t.kind not in ("unit", "unknown")]
    return any(w not in said and any(w in c for c in cases) for w in telling)


def _done(asked: str, proof: str) -> bool:
    """Whether the question tells as done or so what the proof only knows as not ("已经就业的": 未就业)."""
    for what in {m["what"] for m in _UNDONE.finditer(proof)}:
        mine = [m.start() for m in re.finditer(what, asked)]
        if not mine or any(_LACKING.search(asked[max(0, at - 3) : at]) for at in mine):
            continue
        if all(proof[m.start() - 1 : m.start()] in ("未", "非", "无") for m in re.finditer(what, proof)):
            return True
    return False


def _no_duty(frame: Frame, reason: str, proof: str) -> bool:
    """Whether a duty is asked for where the proof only lists who may, or helps."""
    if "obligation" not in frame.marks or _FITS.search(frame.masked):
        return False
    return not _DUTY.search(proof) and (reason == "inside" or reason == "must" and bool(_HELPS.search(proof)))


def _by_a_form(frame: Frame, finding: Finding) -> bool:
    """Whether a duty is told by the heads of a table, or a gain by boxes to tick: they order and give nothing."""
    first = finding.quotes[0]
    if first.clause.kind not in _OF_A_FORM:
        return False
    if "□" in first.text:
        return bool(_GAINS.search(frame.asking_part)) and not _TICKS.search(frame.asking_part)
    heads = len(first.text.split()) > 3
    return heads and finding.reason == "must" and not _ON_A_FORM.search(frame.text)


def _other_end(asked: str, proof: str) -> bool:
    """Whether a lower end is asked for that the proof only knows an upper one for, or the other way round."""
    mine, theirs = ((bool(LOWER.search(t)), bool(UPPER.search(t))) for t in (asked, proof))
    return mine[0] != mine[1] and theirs[0] != theirs[1] and mine != theirs


def _for_the_other(asked: str, proof: str) -> bool:
    """Whether the part of the proof that gives leave gives it for the other of two ("首次……可以吗": 再次……可以)."""
    leaves = (proof[s:e].lower() for s, e in segments(proof) if _LEAVE.search(proof[s:e]))
    return any(contrasted(asked, part) for part in leaves)


def _of_another(frame: Frame, proof: str) -> bool:
    """Whether the rule is told for the case of units, or of those who owe it, that the unit of the question is none of
    ("依托单位为企业的，应……": a cooperative)."""
    held = taxonomy()
    mine = [u for u in frame.units if u.kind not in held.generic]
    for start, end in segments(proof) if mine else ():
        part = _NAME.sub("", proof[start:end])
        owes = _OWES.search(part)
        head = part if _CASE.search(part) else part[: owes.start()] if owes else ""
        ruled = [m.unit for m in held.find(head) if m.unit.kind not in held.generic]
        if ruled:
            return all(held.relation(u, r) == "outside" for u in mine for r in ruled)
    return False
