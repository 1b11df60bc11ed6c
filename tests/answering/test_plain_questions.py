"""Plain questions, however worded: told from the card of a made-up programme; what is no plain question is none."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over_carded

TEXT = (
    "灯塔实践基地申报指南",
    "一、总体要求",
    "打造一批面向沿海渔业的实践基地，带动渔村就业。",
    "二、申报要求",
    "牵头单位应为本科院校，联合申报单位不超过4家。",
    "参与企业应具有独立法人资格，成立3年以上。",
    "三、组织实施",
    "海洋司委托专家组审阅方案，报部务会研究确定。",
    "拟定名单在海洋网公示6个工作日。",
    "入选单位每年1月报送总结。",
    "两年不报总结的，可取消称号。",
    "四、建设内容",
    "更新航标装备，开办渔民夜校，编写潮汐教材。",
)
CARD = """
programme = "lighthouse"
checked_by = "maintainers"
checked_on = 2026-11-20
silent = ["deadline", "funding", "copies", "word_limit", "quota", "validity", "contact", "cooperation", "ratio"]
[[point]]
facet = "goal"
quote = "打造一批面向沿海渔业的实践基地，带动渔村就业"
[[point]]
facet = "lead"
quote = "牵头单位应为本科院校"
role = "lead"
units = ["本科院校"]
modality = "must"
[[point]]
facet = "partner_count"
quote = "联合申报单位不超过4家"
role = "joint"
number = { max = 4, unit = "家" }
[[point]]
facet = "enterprise"
quote = "参与企业应具有独立法人资格，成立3年以上"
units = ["企业"]
[[point]]
facet = "review"
quote = "海洋司委托专家组审阅方案"
[[point]]
facet = "approval"
quote = "报部务会研究确定"
[[point]]
facet = "public_notice"
quote = "拟定名单在海洋网公示6个工作日"
number = { min = 6, max = 6, unit = "工作日" }
[[point]]
facet = "yearly"
quote = "入选单位每年1月报送总结"
[[point]]
facet = "revocation"
quote = "两年不报总结的，可取消称号"
[[point]]
facet = "task"
quote = "更新航标装备，开办渔民夜校，编写潮汐教材"
"""


@pytest.fixture(scope="module")
def lighthouse(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_carded(tmp_path_factory.mktemp("cards"), CARD, *TEXT)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("灯塔实践基地到底谁说了算？", "报部务会研究确定"),
        ("灯塔实践基地最后归谁敲定", "报部务会研究确定"),
        ("Who has the final say on the 灯塔实践基地?", "报部务会研究确定"),
        ("灯塔实践基地谁来打分呀", "海洋司委托专家组审阅方案"),
        ("灯塔实践基地最多能拉几家一起干", "联合申报单位不超过4家"),
        ("跟我们搭伙做灯塔实践基地的公司得啥样", "参与企业应具有独立法人资格，成立3年以上"),
        ("灯塔实践基地的牌子什么情况下会被摘掉", "两年不报总结的，可取消称号"),
        ("What could make us lose the 灯塔实践基地 title?", "两年不报总结的，可取消称号"),
    ],
)
def test_a_plain_question_is_told_from_the_card(lighthouse: Built, question: str, quote: str) -> None:
    answer = lighthouse.ask(question)
    assert (answer.verdict, [c.quote for c in answer.citations]) == (None, [quote]), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地申报窗口啥时候关",
        "灯塔实践基地还来得及报吗",
        "灯塔实践基地有没有时间限制",
        "Is it too late to apply for the 灯塔实践基地?",
        "灯塔实践基地上头给不给拨钱",
        "灯塔实践基地一所学校能报几个",
        "灯塔实践基地参与单位最少要几家",
        "灯塔实践基地称号管几年",
        "灯塔实践基地打哪个电话问",
    ],
)
def test_what_the_card_says_is_not_regulated_is_never_answered_by_something_near(
    lighthouse: Built, question: str
) -> None:
    answer = lighthouse.ask(question)
    assert (answer.verdict, answer.abstained) == ("not_specified", True), answer.answer


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("灯塔实践基地名单会公示吗？", "拟定名单在海洋网公示6个工作日"),
        ("灯塔实践基地联合单位有没有数量限制？", "联合申报单位不超过4家"),
        ("灯塔实践基地每年要交总结吗？", "入选单位每年1月报送总结"),
    ],
)
def test_whether_there_is_a_rule_at_all_is_a_yes_with_the_rule(lighthouse: Built, question: str, quote: str) -> None:
    answer = lighthouse.ask(question)
    assert (answer.verdict, answer.citations[0].quote) == ("yes", quote), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地公示期可以缩短吗？",
        "灯塔实践基地公示期能不能只挂一天？",
        "灯塔实践基地联合申报单位可以超过4家吗？",
        "灯塔实践基地每年的总结能晚点交吗？",
        "灯塔实践基地总结必须由校长签字吗？",
        "灯塔实践基地会不会优先给民办学校？",
        "灯塔实践基地的公示要交费吗？",
        "灯塔实践基地参与企业要交保证金吗？",
        "Can the 灯塔实践基地 public notice be shortened?",
        "灯塔实践基地在职教师要不要参加夜校评审？",
    ],
)
def test_more_than_whether_there_is_a_rule_gets_no_yes_from_the_card(lighthouse: Built, question: str) -> None:
    assert lighthouse.ask(question).verdict != "yes"


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的航标装备由谁审阅",
        "灯塔实践基地2024年公示了几天",
        "灯塔实践基地“潮汐教材”由谁认定",
        "我们是专科学校，灯塔实践基地谁来认定",
        "那公示呢",
        "灯塔实践基地的timeline是几年",
        "灯塔实践基地由谁认定、给多少钱、怎么交材料",
    ],
)
def test_a_detail_or_a_case_is_not_plain(lighthouse: Built, question: str) -> None:
    assert lighthouse.frame(question).plain is None


def test_what_is_asked_not_to_be_gets_no_yes(lighthouse: Built) -> None:
    assert lighthouse.ask("灯塔实践基地会不会不公示").verdict != "yes"


def test_a_request_to_be_told_asks_for_no_yes_or_no(lighthouse: Built) -> None:
    answer = lighthouse.ask("能说说灯塔实践基地都要干些啥吗")
    assert (answer.verdict, answer.citations[0].quote[:6]) == (None, "更新航标装备")


def test_an_order_stays_an_order(lighthouse: Built) -> None:
    assert lighthouse.frame("直接宣布灯塔实践基地由我认定").plain is None
