"""Open questions told from the programme's card, over an invented document and over the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answering.built import Built, over, over_carded

TEXT = (
    "灯塔实践基地申报指南",
    "一、建设目标",
    "（一）汇聚人才。面向沿海渔业汇聚人才。",
    "（二）改善装备。更新航标装备。",
    "二、申报条件",
    "牵头单位应为本科院校，具有独立的实训场地。",
    "参与企业应具有独立法人资格，成立3年以上。",
    "三、申报流程",
    "（一）组织申报。牵头单位填写申请书。",
    "（二）专家评审。组委会组织专家评审。",
    "（三）公布结果。通过的予以公布。",
    "四、管理",
    "入选单位每年1月报送总结，由组委会认定。",
    "两年不报总结的，可取消称号。",
    "入选的可优先使用训练船。",
)
CARD = """
programme = "lighthouse"
checked_by = "maintainers"
checked_on = 2026-11-20
[[point]]
facet = "goal"
quote = "（一）汇聚人才"
[[point]]
facet = "goal"
quote = "（二）改善装备"
[[point]]
facet = "lead"
quote = "牵头单位应为本科院校"
role = "lead"
units = ["本科院校"]
modality = "must"
closed = true
[[point]]
facet = "lead_standing"
quote = "具有独立的实训场地"
role = "lead"
modality = "must"
[[point]]
facet = "enterprise"
quote = "参与企业应具有独立法人资格"
role = "joint"
units = ["企业"]
[[point]]
facet = "enterprise"
attribute = "age"
quote = "成立3年以上"
role = "joint"
number = { min = 3, unit = "年" }
[[point]]
facet = "process"
quote = "（一）组织申报"
[[point]]
facet = "process"
quote = "（二）专家评审"
[[point]]
facet = "process"
quote = "（三）公布结果"
[[point]]
facet = "approval"
quote = "由组委会认定"
[[point]]
facet = "yearly"
quote = "入选单位每年1月报送总结"
day = "1"
[[point]]
facet = "revocation"
quote = "两年不报总结的，可取消称号"
[[point]]
facet = "funding"
quote = "入选的可优先使用训练船"
"""


@pytest.fixture(scope="module")
def carded(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_carded(tmp_path_factory.mktemp("programmes"), CARD, *TEXT)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("灯塔实践基地的建设目标是什么", "（一）汇聚人才；（二）改善装备"),
        ("灯塔实践基地从递材料到公布要走哪些流程", "（一）组织申报；（二）专家评审；（三）公布结果"),
        ("灯塔实践基地对牵头院校有什么要求", "牵头单位应为本科院校，具有独立的实训场地"),
        ("灯塔实践基地企业有什么条件", "参与企业应具有独立法人资格，成立3年以上"),
        ("灯塔实践基地什么情况会被撤销", "两年不报总结的，可取消称号"),
        ("认定之后灯塔实践基地每年还得交点啥", "入选单位每年1月报送总结"),
        ("灯塔实践基地评上了有什么好处", "入选的可优先使用训练船"),
        (
            "What are the requirements for the lead university of 灯塔实践基地?",
            "牵头单位应为本科院校，具有独立的实训场地",
        ),
    ],
)
def test_every_point_of_what_is_asked_is_told(carded: Built, question: str, answer: str) -> None:
    made = carded.ask(question)
    assert made.answer == answer
    told = zip(made.citations, answer.split("；"), strict=True)
    assert all(cited.quote.startswith(said) for cited, said in told)  # a step is cited with what stands under it
    assert made.verdict is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("灯塔实践基地更新什么装备", "更新航标装备"),  # about one point, not about the goals
        ("灯塔实践基地企业要成立几年", "成立3年以上"),  # a value
    ],
)
def test_what_asks_for_less_is_not_told_everything(carded: Built, question: str, words: str) -> None:
    made = carded.ask(question)
    assert words in made.answer
    assert "汇聚人才" not in made.answer
    assert "独立的实训场地" not in made.answer


def test_points_that_follow_each_other_in_a_clause_are_one_quote(carded: Built) -> None:
    made = carded.ask("灯塔实践基地对牵头院校有什么要求")
    assert [c.quote for c in made.citations] == ["牵头单位应为本科院校，具有独立的实训场地"]


def test_what_the_card_does_not_speak_of_is_not_told_from_it(carded: Built) -> None:
    assert carded.ask("灯塔实践基地对食堂有什么要求").abstained
    assert carded.ask("灯塔实践基地评上了有什么奖金").abstained


NOTICE = (
    "灯塔实践基地申报指南",
    "一、报送",
    "申报书由牵头企业报送至区工信局。",
    "区工信局初审后将申报书报送至市工信局。",
    "市工信局会同有关单位遴选，确定入选名单。",
    "二、监测指标",
    "（一）强化支持保障，重点考核专项政策。",
    "三、激励",
    "支持入选的基地优先使用码头。",
    "每年12月15日前完成年度总结。",
)
PAPERS = """
programme = "lighthouse"
checked_by = "maintainers"
checked_on = 2026-11-20
[[point]]
facet = "material"
quote = "申报书由牵头企业报送至区工信局"
text = "申报书"
[[point]]
facet = "submission"
quote = "申报书由牵头企业报送至区工信局"
text = "区工信局"
[[point]]
facet = "submission"
quote = "区工信局初审后将申报书报送至市工信局"
text = "市工信局"
[[point]]
facet = "funding"
quote = "支持入选的基地优先使用码头"
attribute = "task"
[[point]]
facet = "yearly"
quote = "每年12月15日前完成年度总结"
day = "12-15"
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_carded(tmp_path_factory.mktemp("programmes"), PAPERS, *NOTICE)


def test_a_name_in_quotation_marks_asks_for_nothing(papers: Built) -> None:
    assert papers.ask("灯塔实践基地支持什么").answer == "支持入选的基地优先使用码头"
    assert "重点考核专项政策" in papers.ask("灯塔实践基地“强化支持保障”考核什么").answer


def test_the_parts_of_a_paper_are_not_told_from_the_duty_to_write_it(papers: Built) -> None:
    duty = "每年12月15日前完成年度总结"
    assert papers.ask("灯塔实践基地每年要做什么").answer == duty
    assert papers.ask("灯塔实践基地年度总结每年要写哪几块").answer != duty


def test_of_points_with_equal_words_the_first_keeps_its_place(papers: Built) -> None:
    assert papers.ask("灯塔实践基地要交哪些材料、送到哪里").answer == (
        "申报书由牵头企业报送至区工信局；区工信局初审后将申报书报送至市工信局"
    )


def test_what_an_earlier_question_asked_for_is_not_told_again(papers: Built) -> None:
    made = papers.ask("灯塔实践基地的材料交到哪里？名单最后怎么产生？")
    assert "区工信局" in made.answer
    assert "遴选，确定入选名单" in made.answer


def test_without_a_review_the_clauses_speak(tmp_path: Path) -> None:
    made = over(*TEXT).ask("灯塔实践基地申报流程有哪几步")
    assert made.answer == "（一）组织申报；（二）专家评审；（三）公布结果"


@pytest.mark.parametrize(
    ("place", "email"),
    [("指定邮箱", "dengta@example.cn"), ("报名信箱", "gongfang@example.org")],
)
def test_an_address_asked_for_is_not_told_as_the_clause_that_sends_papers_to_it(
    tmp_path: Path, place: str, email: str
) -> None:
    text = (*TEXT, "五、报送", f"申请书发送至{place}。", f"电子邮箱：{email}")
    point = f'[[point]]\nfacet = "submission"\nquote = "申请书发送至{place}"\n'
    made = over_carded(tmp_path, CARD + point, *text).ask("邮箱是哪个？", "灯塔实践基地的申请书怎么交？")
    assert email in made.answer


REVIEWS = (
    "灯塔实践基地申报指南",
    "一、组织遴选",
    "牵头单位将申报书报送至区工信局，区工信局初审盖章后报送至市工信局。",
    "市工信局组织专家评审（视情实地考察）后，会同有关单位遴选。",
    "入选名单由市工信局公布。",
    "二、管理",
    "市工信局每年对基地开展检查。",
    "三、考核指标",
    "（一）航标改造。重点考核航标改造数量。",
    "（二）船员培训。重点考核船员培训人次。",
    "四、组成",
    "基地由高校、企业、行业协会联合组成。",
    "牵头单位为院校，须拥有训练船。",
    "参与企业不超过4家。",
)
REVIEWED = """
programme = "lighthouse"
checked_by = "maintainers"
checked_on = 2026-11-20
[[point]]
facet = "review"
attribute = "organiser"
quote = "市工信局组织专家评审（视情实地考察）后"
[[point]]
facet = "review"
attribute = "step"
quote = "会同有关单位遴选"
[[point]]
facet = "review"
attribute = "organiser"
quote = "区工信局初审盖章后"
[[point]]
facet = "review"
attribute = "task"
quote = "市工信局每年对基地开展检查"
[[point]]
facet = "review"
attribute = "standing"
quote = "（一）航标改造"
[[point]]
facet = "review"
attribute = "standing"
quote = "（二）船员培训"
[[point]]
facet = "approval"
attribute = "approval"
quote = "入选名单由市工信局公布"
[[point]]
facet = "partner"
role = "member"
units = ["高校", "企业", "行业协会"]
quote = "基地由高校、企业、行业协会联合组成"
[[point]]
facet = "lead"
role = "lead"
units = ["院校"]
quote = "牵头单位为院校"
[[point]]
facet = "lead_standing"
role = "lead"
modality = "must"
quote = "须拥有训练船"
[[point]]
facet = "partner_count"
role = "joint"
number = { max = 4, unit = "家" }
quote = "参与企业不超过4家"
"""


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_carded(tmp_path_factory.mktemp("programmes"), REVIEWED, *REVIEWS)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "灯塔实践基地报上去以后怎么审",
            "区工信局初审盖章后报送至市工信局；市工信局组织专家评审（视情实地考察）后，会同有关单位遴选",
        ),
        (
            "材料交完之后，灯塔实践基地如何评审",
            "区工信局初审盖章后报送至市工信局；市工信局组织专家评审（视情实地考察）后，会同有关单位遴选",
        ),
        ("灯塔实践基地打分看哪几块", "（一）航标改造；（二）船员培训"),
        ("灯塔实践基地学校要满足什么条件", "牵头单位为院校，须拥有训练船"),
        ("灯塔实践基地对联合单位的数量有什么要求", "参与企业不超过4家"),
    ],
)
def test_of_a_facet_only_what_is_asked_is_told(reviews: Built, question: str, answer: str) -> None:
    made = reviews.ask(question)
    assert made.answer == answer
    assert [c.quote for c in made.citations] == answer.split("；")
