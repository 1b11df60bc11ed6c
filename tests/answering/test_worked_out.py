"""Figures worked out of cited ones: a rate times what is told, an addition for a case, a share of people."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def paid() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、经费支持",
        "（一）讲座津贴。首席讲师授课的，每场讲座补助300元；普通讲师每场讲座补助180元。每个基地每年讲座补助不超过9000元。",
        "（二）孵化奖励。团队结题并留在本区继续办公满5个月的，按每户4000元给予奖励，每个基地每年不超过20万元。",
        "（三）观摩学习。评价良好以上的，每个工作日按5学时登记。观摩学习每年不少于2场。",
        "（四）住宿补贴。学员按每天60元给予住宿补贴，每人每天住宿补贴最高不超过80元。",
        "（五）开放展台。民办院校开放展台的，每场奖励700元。",
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("灯塔实践基地首席讲师讲了20场讲座，能补助多少钱？", "6000元（20×300元）"),
        ("灯塔实践基地首席讲师讲了40场讲座，能补助多少钱？", "9000元（40×300元=1.2万元，≤9000元）"),
        ("灯塔实践基地普通讲师讲了20场讲座，能补助多少钱？", "3600元（20×180元）"),
        ("灯塔实践基地结题后留在本区办公满6个月的有30户，孵化奖励拿多少？", "12万元（30×4000元）"),
        ("灯塔实践基地结题后留在本区办公满6个月的有60户，孵化奖励拿多少？", "20万元（60×4000元=24万元，≤20万元）"),
        ("灯塔实践基地民办院校开放展台3场，奖励多少钱？", "2100元（3×700元）"),
        ("灯塔实践基地观摩学习15个工作日，评价良好，登记多少学时？", "75学时（15×5学时）"),
    ],
)
def test_a_rate_is_multiplied_up_to_its_cap(paid: Built, text: str, start: str) -> None:
    answer = paid.ask(text)
    assert answer.answer.startswith(start)
    assert answer.citations


def test_the_cap_of_a_rate_is_cited(paid: Built) -> None:
    quotes = [c.quote for c in paid.ask("灯塔实践基地首席讲师讲了40场讲座，能补助多少钱？").citations]
    assert any("每场讲座补助300元" in q for q in quotes)
    assert any("不超过9000元" in q for q in quotes)


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地讲了20场讲座，能补助多少钱？",  # by whom is not told
        "灯塔实践基地首席讲师每场讲座补助多少钱？",
        "灯塔实践基地结题后留在本区办公满3个月的有30户，孵化奖励拿多少？",
        "灯塔实践基地结题后没有留在本区办公的有30户，孵化奖励拿多少？",
        "灯塔实践基地公办院校开放展台3场，奖励多少钱？",
        "灯塔实践基地观摩学习15个工作日，要看多少场？",
        "灯塔实践基地学员住了7天，住宿补贴多少钱？",  # the cap is one for each
    ],
)
def test_a_rate_is_not_multiplied_where_it_is_open(paid: Built, text: str) -> None:
    assert "×" not in paid.ask(text).answer


@pytest.fixture(scope="module")
def added() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、推荐名额",
        "（一）各县推荐不超过3家，其中民办机构不少于1家；有海港的县可增加2家，增加的名额只能用于航运方向。",
        "（三）市里对每个基地给予40万元资助，山区基地再增加6万元。资助分两次拨付，第一次不超过20万元。",
        "（四）县里对每个站点给予8万元补助，牛头镇的民办院校站点另增加3万元。",
        "（五）每个讲堂一次性奖励7万元，民办院校讲堂另增加2万元。",
        "（二）每所学校甲级站点不超过1个、乙级站点不超过4个；牛头镇、马鞍镇的学校乙级站点可各增加2个。",
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("我们县有海港，灯塔实践基地一共可以推荐几家？", "5家（3家＋2家）"),
        ("灯塔实践基地马鞍镇的学校乙级站点最多多少个？", "6个（4个＋2个）"),
    ],
)
def test_what_a_case_has_more_is_added(added: Built, text: str, start: str) -> None:
    answer = added.ask(text)
    assert answer.answer.startswith(start)
    assert len(answer.citations) == 2


def test_what_a_sentence_adds_to_its_own_figure_is_added(added: Built) -> None:
    answer = added.ask("灯塔实践基地是山区基地，能拿多少资助？")
    assert answer.answer.startswith("46万元（40万元＋6万元）")
    assert "＋" not in added.ask("灯塔实践基地每个基地能拿多少资助？").answer
    assert "＋" not in added.ask("灯塔实践基地不是山区基地，能拿多少资助？").answer


def test_what_a_kind_of_unit_has_more_is_added_for_it_alone(added: Built) -> None:
    assert added.ask("灯塔实践基地民办院校的讲堂一次性奖励多少钱？").answer.startswith("9万元（7万元＋2万元）")
    assert "＋" not in added.ask("灯塔实践基地公办院校的讲堂一次性奖励多少钱？").answer
    assert "＋" not in added.ask("灯塔实践基地企业的讲堂一次性奖励多少钱？").answer
    assert "＋" not in added.ask("灯塔实践基地民办院校的站点补助多少钱？").answer  # of 牛头镇 nothing is told


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地各县可以推荐几家？",
        "我们县没有海港，灯塔实践基地一共可以推荐几家？",
        "灯塔实践基地有海港的县可以增加几家？",
        "灯塔实践基地马鞍镇的学校甲级站点最多多少个？",
        "灯塔实践基地学校乙级站点最多多少个？",
    ],
)
def test_nothing_is_added_for_another_case(added: Built, text: str) -> None:
    assert "＋" not in added.ask(text).answer


@pytest.fixture(scope="module")
def shared() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、人员要求",
        "（一）专职讲解员不少于12人，其中具有高级讲解证书的不低于30%。",
        "（二）讲解员年度评定中优秀比例不超过15%。",
    )


def test_a_share_of_people_is_a_whole_number_of_them(shared: Built) -> None:
    told = shared.ask("灯塔实践基地我们有14名讲解员，其中高级讲解证书的最少要几名？").answer
    assert told.startswith("5名（14名×30%≈4.2名）")
    told = shared.ask("灯塔实践基地我们有14名讲解员，评定优秀的最多几名？").answer
    assert told.startswith("2名（14名×15%≈2.1名）")


def test_a_share_of_others_is_not_taken(shared: Built) -> None:
    assert "×" not in shared.ask("灯塔实践基地我们有14名讲解员，其中硕士最少要几名？").answer
