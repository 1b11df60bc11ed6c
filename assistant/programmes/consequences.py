"""Money that is granted or refused, and how a recognition is lost."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.programmes.modality import exceptions_of, modality_of
from assistant.programmes.scope import Sentence, shifted

# A grant needs the giving verb and the money in one segment; self-financing and the applicant's own spending are none.
_GRANT = regex(
    r"(?:给予|予以|安排|拨付|发放|提供|下达|享受)[^,;。]{0,30}?(?:补助|资助|奖补|补贴|专项资金|财政资金|经费支持|资金支持|建设经费|配套资金|资金奖励|元[^,;。]{0,6}奖励)"
    r"|(?:补助|资助|奖励|奖补|补贴)[^,;。]{0,12}?\d[\d,.]*\s?[万亿]?元"
)
# Who spends is named as the subject: 学校和企业…提供…经费支持 grants nothing to applicants.
_SPENDER = regex(
    r"(?:^|[。;])[^。;对给向]{0,30}(?:学校|高校|院校|(?<!中小)企业|牵头单位|建设单位|申报单位)[^。;对给向]*$"
)
_REFUSE = regex(r"不(?:再)?(?:安排|给予|提供|设|拨付|予)[^,;。]{0,20}?(?:补助|资助|奖励|补贴|资金|经费)")
_LOSE = regex(r"(?:撤销|取消|收回|终止|退出|摘牌|除名|撤回)")
# 被撤销…的 describes somebody, it revokes nothing.
_LOST = regex(
    r"(?<!被)(?:撤销|取消|收回|终止|撤回)[^,;。]{0,16}(?:资格|称号|认定|基地|立项|牌|名单|项目|合作)|退出(?:机制|认定|名单|管理)|摘牌|除名"
)


def find_funding(sentence: Sentence) -> Iterator[Statement]:
    """Statements funding; a refusal has modality must_not."""
    refused = _REFUSE.search(sentence.text)
    if refused:
        where = sentence.rule(*refused.span())
        yield sentence.say("funding", *where, modality="must_not", operator="excludes", subject="经费")
        return
    for match in _GRANT.finditer(sentence.text):
        where = sentence.rule(*match.span())
        if _SPENDER.search(sentence.text[: match.start()]):
            continue
        money = [q for q in sentence.quantities if q.dimension == "money" and where[0] <= q.start < where[1]]
        yield sentence.say(
            "funding",
            *where,
            value=shifted(money[0], sentence.start) if money else None,
            modality=modality_of(sentence.text[where[0] : where[1]]),
            subject=match[0][:12],
            exceptions=exceptions_of(sentence.text[where[0] : where[1]]),
        )


def find_revocations(sentence: Sentence) -> Iterator[Statement]:
    """Statements revocation: the sentence from its condition to the loss."""
    match = _LOST.search(sentence.text)
    if not match or not _LOSE.search(sentence.text):
        return
    if sentence.clause.kind in ("row", "field") or "承诺" in sentence.text:
        return
    _, end = sentence.segment(*match.span())
    yield sentence.say(
        "revocation",
        0,
        end,
        modality=modality_of(sentence.text[:end]),
        subject=match[0],
        exceptions=exceptions_of(sentence.text),
    )
