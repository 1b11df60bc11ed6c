"""Change one thing in a short document, and the answers move exactly as it says; nothing else does."""

from __future__ import annotations

import pytest

from assistant.answering.answer import Answer
from tests.answering.built import Built, over

HEAD = ("灯塔实践基地申报指南", "一、申报主体")
RULE = "牵头单位为本专科院校，联合申报单位不超过5家。"
REST = (
    "二、申报条件",
    "作为联合申报单位的企业须成立2年以上。",
    "三、申报流程",
    "经评审通过的基地，公示5个工作日，无异议后予以认定。",
    "四、其他",
    "认定有效期为3年。",
    "材料一式五份，于2026年9月30日前报送。",
    "联系人：王小明，电话：010-12345678。",
)
UNRELATED = (
    "灯塔实践基地公示几天？",
    "灯塔实践基地有效期几年？",
    "灯塔实践基地材料一式几份？",
    "灯塔实践基地什么时候截止？",
    "灯塔实践基地联系电话是多少？",
    "灯塔实践基地2026年10月8日报送可以吗？",
    "灯塔实践基地有效期是5年对吧？",
    "灯塔实践基地给多少补助？",
    "今天天气怎么样？",
)
SIX, FIVE, NINE = (f"灯塔实践基地联合申报单位{n}家可以吗？" for n in (6, 5, 9))
SECONDARY, COLLEGE, HIGHER = (f"{u}可以牵头灯塔实践基地吗？" for u in ("中职学校", "民办高校", "高职院校"))
MOST = "灯塔实践基地联合申报单位最多几家？"


def notice(rule: str) -> Built:
    return over(*HEAD, rule, *REST)


@pytest.fixture(scope="module")
def base() -> Built:
    return notice(RULE)


def verdicts(built: Built, *texts: str) -> list[str | None]:
    return [built.ask(t).verdict for t in texts]


def told(answer: Answer) -> tuple[object, ...]:
    return answer.outcome, answer.verdict, answer.answer, tuple(c.quote for c in answer.citations)


def test_the_document_as_it_stands(base: Built) -> None:
    assert verdicts(base, SIX, FIVE, SECONDARY, COLLEGE, HIGHER) == ["no", "yes", "no", "yes", "yes"]
    assert "5家" in base.ask(MOST).answer[:40]


@pytest.mark.parametrize(
    "rule",
    [
        "牵头单位为本专科院校，联合申报单位不超过8家。",
        "牵头单位不得为本专科院校，联合申报单位不超过5家。",
        "牵头单位为中职学校，联合申报单位不超过5家。",
        "牵头单位为本专科院校，联合申报单位不少于5家。",
    ],
)
def test_unrelated_answers_stay(base: Built, rule: str) -> None:
    changed = notice(rule)
    for text in UNRELATED:
        assert told(base.ask(text)) == told(changed.ask(text)), text


def test_the_figure() -> None:
    changed = notice(RULE.replace("5", "8"))
    assert verdicts(changed, FIVE, SIX, NINE) == ["yes", "yes", "no"]
    assert "8家" in changed.ask(MOST).answer[:40]
    assert verdicts(changed, SECONDARY, COLLEGE) == ["no", "yes"]


def test_the_side_of_the_bound() -> None:
    changed = notice(RULE.replace("不超过", "不少于"))
    assert verdicts(changed, "灯塔实践基地联合申报单位4家可以吗？", FIVE, SIX) == ["no", "yes", "yes"]


def test_the_bound_itself() -> None:
    changed = notice(RULE.replace("不超过5家", "少于5家"))
    assert verdicts(changed, "灯塔实践基地联合申报单位4家可以吗？", FIVE) == ["yes", "no"]


def test_the_negation() -> None:
    changed = notice(RULE.replace("为本", "不得为本"))
    assert verdicts(changed, COLLEGE, HIGHER) == ["no", "no"]
    assert changed.ask(SIX).verdict == "no"
    assert changed.ask(SECONDARY).verdict != "yes"
    assert "不得为本专科院校" in changed.ask(COLLEGE).citations[0].quote


@pytest.mark.xfail(
    strict=True, reason="verify.py downgrades for any 不得 in the quote, also in a segment about something else"
)
def test_a_prohibition_beside_it_leaves_the_figure_alone() -> None:
    assert notice(RULE.replace("为本", "不得为本")).ask(FIVE).verdict == "yes"


def test_the_entity() -> None:
    changed = notice(RULE.replace("本专科院校", "中职学校"))
    assert verdicts(changed, SECONDARY, COLLEGE, HIGHER, SIX) == ["yes", "no", "no", "no"]


def test_usual_closes_nothing() -> None:
    changed = notice(RULE.replace("为本", "一般为本"))
    assert verdicts(changed, HIGHER, SECONDARY) == ["yes", "conditional"]


@pytest.mark.parametrize("text", [SIX, FIVE, SECONDARY, COLLEGE, HIGHER])
def test_without_the_rule_nothing_is_specified(text: str) -> None:
    answer = notice("申报单位自愿申请。").ask(text)
    assert (answer.outcome, answer.verdict, answer.abstained, answer.citations) == (
        "not_specified",
        "not_specified",
        True,
        (),
    )


def test_without_the_rule_no_number_is_given() -> None:
    answer = notice("申报单位自愿申请。").ask(MOST)
    assert (answer.outcome, answer.citations) == ("not_specified", ())
    assert "家" not in answer.answer


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("认定有效期为3年。", "灯塔实践基地有效期几年？"),
        ("经评审通过的基地，公示5个工作日，无异议后予以认定。", "灯塔实践基地公示几天？"),
        ("材料一式五份，于2026年9月30日前报送。", "灯塔实践基地材料一式几份？"),
        ("材料一式五份，于2026年9月30日前报送。", "灯塔实践基地什么时候截止？"),
        ("联系人：王小明，电话：010-12345678。", "灯塔实践基地联系电话是多少？"),
    ],
)
def test_each_line_that_goes_takes_its_answer_with_it(base: Built, line: str, text: str) -> None:
    assert base.ask(text).outcome == "answered"
    without = over(*HEAD, RULE, *(kept for kept in REST if kept != line))
    assert without.ask(text).outcome == "not_specified"
    assert without.ask(text).citations == ()
    for other in (SIX, FIVE, SECONDARY, COLLEGE):
        assert told(base.ask(other))[:3] == told(without.ask(other))[:3], other


@pytest.mark.parametrize(
    ("old", "new", "text", "value"),
    [
        ("有效期为3年", "有效期为4年", "灯塔实践基地有效期几年？", "4年"),
        ("公示5个工作日", "公示7个工作日", "灯塔实践基地公示几天？", "7个工作日"),
        ("一式五份", "一式三份", "灯塔实践基地材料一式几份？", "三份"),
        ("9月30日", "8月15日", "灯塔实践基地什么时候截止？", "2026年8月15日"),
        ("010-12345678", "010-87654321", "灯塔实践基地联系电话是多少？", "010-87654321"),
    ],
)
def test_each_value_that_changes_is_told_anew(old: str, new: str, text: str, value: str) -> None:
    changed = over(*HEAD, RULE, *(line.replace(old, new) for line in REST))
    assert value in changed.ask(text).answer[:40]


# -- words put into the document's mouth --

INVENTED = ("注册时间不少于5年", "可以不受注册时间限制")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("灯塔实践基地指南写着“注册时间不少于5年”，对吗？", INVENTED[0]),
        ("灯塔实践基地的企业注册时间不少于5年，是原文吗？", INVENTED[0]),
        ("既然灯塔实践基地可以不受注册时间限制，成立1年的企业能当联合申报单位吗？", INVENTED[1]),
        ("灯塔实践基地通知说“可以不受注册时间限制”，请引用原文。", INVENTED[1]),
        ("请确认灯塔实践基地原文：“可以不受注册时间限制”。", INVENTED[1]),
    ],
)
def test_an_invented_quote_is_never_cited(base: Built, text: str, words: str) -> None:
    answer = base.ask(text)
    assert all(words not in c.quote and words not in c.source_quote for c in answer.citations)
    assert words not in answer.answer
    assert all(words not in part.answer for part in answer.by_programme)


@pytest.mark.parametrize(
    "text",
    [
        "校企协同就业创业创新示范实践基地指南写着“企业注册时间不少于5年”，对吗？",
        "校企协同就业创业创新示范实践基地的企业可以不受注册时间限制，对吗？",
        "请引用校企协同就业创业创新示范实践基地“可以不受注册时间限制”的原文。",
    ],
)
def test_an_invented_quote_is_never_cited_from_a_real_text(corpus: Built, text: str) -> None:
    answer = corpus.ask(text)
    for words in INVENTED:
        assert all(words not in c.quote and words not in c.source_quote for c in answer.citations)
        assert words not in answer.answer


@pytest.mark.parametrize(
    "text", ["灯塔实践基地指南写着“企业成立不少于5年”，对吗？", "灯塔实践基地有没有成立不少于5年的要求？"]
)
def test_an_alleged_requirement_is_not_affirmed(base: Built, text: str) -> None:
    assert base.ask(text).verdict == "no"
