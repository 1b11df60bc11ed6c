"""Answers out of a table: the cell asked for, with the name of its column; and where a table must stay silent."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

TEXT = (
    "灯塔书屋申报指南",
    "一、申报类型",
    "灯塔书屋分为社区型和乡村型，申报单位只能选择一种类型。",
    "二、建设条件",
    "（一）规模条件",
    "指  标\t社区型\t\t乡村型",
    "阅览面积（平方米）\t≥180\t≥70",
    "藏书数量（册）\t≥4000\t\t≥1500",
    "志愿讲解员（人）\t≥6\t≥3",
    "海岛上的申报单位，阅览面积、藏书数量可按上表的60%执行。",
    "三、扶持办法",
    "社区型每个奖励9万元，乡村型每个奖励4万元。",
    "四、推荐限额",
    "推荐单位\t限额（个）\t备注",
    "街道办事处\t\t2\t由区文化局汇总",
    "镇人民政府\t\t5\t直接报市文化局，",
    "\t\t\t不占区的限额",
    "五、评分办法",
    "一级指标\t分值\t观测点",
    "空间设计\t35\t采光、分区",
    "运营服务\t45\t开放时长、读者活动",
    "队伍建设\t20\t讲解员人数、培训",
)


@pytest.fixture(scope="module")
def books() -> Built:
    return over(*TEXT, names=("灯塔书屋",))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("灯塔书屋社区型的阅览面积最低多少？", ("社区型≥180",)),
        ("灯塔书屋乡村型最少几个讲解员？", ("乡村型≥3",)),
        ("灯塔书屋藏书数量有什么要求？", ("社区型≥4000", "乡村型≥1500")),
        ("灯塔书屋社区型和乡村型在藏书数量和阅览面积上差多少？", ("≥4000", "≥1500", "≥180", "≥70")),
        ("灯塔书屋镇人民政府能推荐几个？", ("限额5个", "不占区的限额")),
        ("灯塔书屋运营服务占多少分？", ("分值45",)),
        ("灯塔书屋的三个一级指标各多少分？", ("空间设计：分值35", "运营服务：分值45", "队伍建设：分值20")),
        ("灯塔书屋乡村型的规模条件分别是多少？", ("乡村型≥70", "乡村型≥1500", "乡村型≥3")),
    ],
)
def test_a_cell_is_told_with_the_name_of_its_column(books: Built, asked: str, told: tuple[str, ...]) -> None:
    answer = books.ask(asked)

    assert all(part in answer.answer for part in told)
    assert all("\t" not in c.quote for c in answer.citations)
    assert any(c.quote.split()[0] in answer.answer for c in answer.citations)


def test_the_column_of_the_other_class_is_not_told(books: Built) -> None:
    assert "180" not in books.ask("灯塔书屋乡村型的阅览面积最低多少？").answer


def test_a_follow_up_asks_for_the_other_column(books: Built) -> None:
    told = books.ask("乡村型的呢？", "灯塔书屋社区型的藏书数量最少多少？").answer

    assert "1500" in told
    assert "4000" not in told


def test_a_follow_up_asks_for_another_row(books: Built) -> None:
    assert "限额5个" in books.ask("那镇人民政府呢，能报几个？", "灯塔书屋街道办事处的限额是几个？").answer


def test_what_the_table_says_nothing_of_is_told_by_the_sentence_beside_it(books: Built) -> None:
    told = books.ask("灯塔书屋社区型和乡村型在奖励金额和阅览面积上差多少？").answer

    assert all(part in told for part in ("9万元", "4万元", "180", "70"))


GRANTS = (
    "滩涂市海塘守护队扶持办法",
    "一、扶持标准",
    "表1　扶持标准（单位：万元）",
    "类别\t一等\t二等\t上限说明",
    "养护类\t35\t20\t分两次给付",
    "新设海塘守护队\t15\t9\t一次给付",
    "升格类\t50\t25\t一次给付",
    "表2　推荐名额",
    "推荐单位\t名额（家）\t其中女队不少于（家）",
    "东滩区\t6\t2",
    "西滩区\t4\t0",
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("养护类海塘守护队评上二等，市里给多少？", "二等20万元"),
        ("海塘守护队新设的一等给多少？", "一等15万元"),
        ("海塘守护队升格类的二等是多少？", "二等25万元"),
        ("西滩区今年能推几家海塘守护队？", "名额4家，其中女队不少于0家"),
    ],
)
def test_a_bare_figure_is_told_in_the_unit_of_its_column_or_caption(asked: str, told: str) -> None:
    assert told in over(*GRANTS, names=("海塘守护队",)).ask(asked).answer


def test_an_exception_below_the_table_is_told_with_the_row(books: Built) -> None:
    assert "60%" in books.ask("灯塔书屋乡村型的阅览面积最低多少？").answer


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔书屋的志愿讲解员每周要值班几天？",
        "灯塔书屋的藏书每年要更新多少次？",
        "灯塔书屋阅览面积的租金补贴多少钱？",
    ],
)
def test_another_thing_of_what_a_row_names_is_not_told_by_it(books: Built, asked: str) -> None:
    answer = books.ask(asked).answer

    assert "社区型≥" not in answer
    assert "乡村型≥" not in answer


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("灯塔书屋乡村型有5个志愿讲解员够吗？", "yes"),
        ("灯塔书屋社区型有5个志愿讲解员够吗？", "no"),
        ("灯塔书屋有5个志愿讲解员够吗？", "conditional"),
        ("灯塔书屋有2个志愿讲解员够吗？", "no"),
        ("灯塔书屋街道办事处可以推荐3个吗？", "no"),
    ],
)
def test_a_figure_is_held_against_the_column_asked_about(books: Built, asked: str, verdict: str) -> None:
    assert books.ask(asked).verdict == verdict


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔书屋乡村型有5个志愿讲解员可以免交租金吗？",
        "灯塔书屋乡村型有5个志愿讲解员可以雇小学生当馆长吗？",
        "灯塔书屋乡村型的阅览面积只有50平方米，够吗？",
    ],
)
def test_a_figure_that_is_enough_grants_nothing_else(books: Built, asked: str) -> None:
    assert books.ask(asked).verdict != "yes"


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔书屋乡村型有5个志愿讲解员，能申报吗？",
        "我们有5个志愿讲解员，可以报乡村型灯塔书屋吗？",
        "灯塔书屋乡村型有5个志愿讲解员就能认定吗？",
        "灯塔书屋乡村型有5个志愿讲解员能按社区型报吗？",
    ],
)
def test_enough_of_one_thing_is_not_all_that_an_applicant_needs(books: Built, asked: str) -> None:
    assert books.ask(asked).verdict not in ("yes", "conditional")


def test_a_limit_that_is_kept_is_kept(books: Built) -> None:
    assert books.ask("灯塔书屋镇人民政府可以推荐4个吗？").verdict == "yes"
