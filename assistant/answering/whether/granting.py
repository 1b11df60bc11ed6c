"""Whether there is money for applicants: only a clause that grants it says yes, one on self-financing says no."""

from __future__ import annotations

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.grounds.whose import OWN_PURSE
from assistant.answering.sentences.spans import whole
from assistant.answering.whether.checks import CONDITION
from assistant.answering.whether.spent import spends
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement

_TELLING = 0.75
_OWN_MONEY = regex("自筹资金|自筹经费|经费自筹|资金自筹")
_NONE = regex(
    rf"{_OWN_MONEY.pattern}|不(?:安排|提供|给予|拨付|下拨|另行安排|再安排|予安排|设立?)[^，。；]{{0,8}}(?:资金|经费|补助|补贴|奖补|资助)"
)
_GIVER = regex(
    r"(?:中心|财政|国家|政府|上级|主办方?|部里|省里|市里|上面|官方|办公室|[厅局委])(?:会不会|给不给|能不能|是不是|是否|有没有|会|能|要)?"
    r"[^，,。？?]{0,6}(?:拨|掏|给|发放?|出钱|补|安排|提供)"
)
_PAYER = regex(
    r"(?:由|是|归|靠|让)[^，,。？?]{0,14}(?:出(?!台)|给|拨|掏|承担|负担|补|投)|拨(?:付|款|给|下)|给(?:钱|经费|拨)|"
    r"不用(?:自己|我们|学校)[^，,。？?]{0,4}[出掏筹]|\bpaid (?:for )?by\b"
)
_NOT_GIVEN = regex(
    r"终止|暂停|停止|追回|收回|退[回还]|拿来|拿去|用来|用于|用在|用到|用作|花在|花到|投到|列支|开支|报销|支付"
    r"|\b(?:spen[dt]|spending|cover(?:ed)?|charged?|reimburse\w*)\b"
)
_ALL_AT_ONCE = regex(r"[两三几][份项笔样].{0,8}(?:都|全)|同时(?:拿|领|享受|获得)|叠加|重复(?:拿|领|享受)")
_SPENT = regex(r"列支|开支|支出")
_SOURCE = regex(r"(?:资金|经费|款|补助|补贴)(?:里|中|内|里面)?(?:能不能|可不可以|能否|能|可以|可)")
_MEANS = regex(r"[资基]金|经费|费用|钱|款|\bmoney\b|\bfund")
_ASKERS = regex(
    r"(?:由|是|归|靠|让)[^，,。？?]{0,6}(?:自己|自筹|自行|我|学校|高校|院校|(?<!中小)企业|申报单位|牵头|地方)"
)
# A clause on support may offer advice or publicity only: that is no money.
_MONEY = regex(r"资金|经费|补助|补贴|资助|奖补|奖励|拨款|元(?![素件])")


def asks_for_money(scene: Scene) -> bool:
    """Whether the question asks for nothing but whether money is granted."""
    if OWN_PURSE.search(scene.frame.masked) or spends(scene.frame.masked) or _ALL_AT_ONCE.search(scene.frame.masked):
        return False
    if any(q.dimension in ("count", "money") for q in scene.frame.quantities):
        return False  # so much, or so many times, is more than whether there is any
    told = [t for t in scene.frame.terms if t.weight >= _TELLING and t.kind != "unit"]
    return bool(told) and all("funding" in t.concepts and "self_funded" not in t.concepts for t in told)


def paid_by_others(scene: Scene) -> Finding | None:
    """A "no" where somebody else is said to pay for what a clause lets the applicant pay for."""
    asked = scene.frame.masked
    payer, giver = _PAYER.search(asked), None if _NOT_GIVEN.search(asked) else _GIVER.search(asked)
    if not (payer or giver) or not _MEANS.search(asked) or payer and _ASKERS.search(payer.group()):
        return None
    if payer is None and any(_on_money(s) and not _own(s) and s.modality != "must_not" for s in scene.statements):
        return None
    own = next((s.quote for s in scene.statements if _on_money(s) and _own(s)), None)
    if own is not None:
        return Finding(scene.programme, "answered", "no", own.text, (own,), "contrary", coverage=1.0)
    for passage in scene.index.passages:
        if scene.programme in passage.programmes and "□" not in passage.text and _NONE.search(passage.text):
            quote = whole(passage)
            return Finding(scene.programme, "answered", "no", quote.text, (quote,), "contrary", coverage=1.0)
    return None


def lends_no_yes(scene: Scene, made: Finding) -> bool:
    """Whether the question asks for money, too, and what would be answered rests on a clause that grants none."""
    concepts = scene.frame.concepts
    if made.verdict == "no" or "funding" not in concepts or "□" in made.said:
        return False
    own = OWN_PURSE.search(scene.frame.masked)
    if own or concepts & {"self_funded", "investment", "tax_credit"} or _NOT_GIVEN.search(scene.frame.masked):
        return False  # the asker's own money, what money is spent on, or that it is taken away
    if _SPENT.search(made.said) and _SOURCE.search(scene.frame.masked):
        return False  # what a sum may be spent on is no grant
    proofs = {quote.clause.id for quote in made.quotes}
    return not any(_on_money(s) and not _own(s) and s.quote.clause.id in proofs for s in scene.statements)


def granted(scene: Scene) -> Finding | None:
    """What the programme's clauses say of money for applicants; None where they are silent."""
    for said in scene.statements:
        if _on_money(said):
            refused = said.modality == "must_not" or _own(said)
            depends = CONDITION.search(said.quote.text)
            verdict: Verdict = "no" if refused else "conditional" if depends else "yes"
            reason = "contrary" if refused else ""
            return Finding(scene.programme, "answered", verdict, said.quote.text, (said.quote,), reason, coverage=1.0)
    for found in scene.found[:6]:
        if found.own and "□" not in found.passage.text and _OWN_MONEY.search(found.passage.text):
            return finding(scene, found, "no", "contrary")
    return None


def _on_money(statement: Statement) -> bool:
    return statement.attribute == "funding" and bool(_MONEY.search(statement.quote.text))


def _own(statement: Statement) -> bool:
    return bool(_OWN_MONEY.search(statement.quote.text))
