"""However a question is put, it is read in one form."""

from __future__ import annotations

import pytest

from assistant.answering.question.one_form import one_form
from tests.answering.built import Built, over


@pytest.mark.parametrize(
    "tag",
    [
        "对吗？",
        "对不对",
        "，是吧",
        "，没错吧？",
        "，我理解得对吗？",
        "，是这样吗",
        "，是真的吗？",
        "，可以这么理解吗",
        "，对吧！？",
    ],
)
def test_all_tags_are_one(tag: str) -> None:
    assert one_form(f"首批要建10个{tag}") == "首批要建10个，对吧？"


def test_hearsay_is_asked_about_not_taken_for_granted() -> None:
    assert one_form("听说首批要建10个，是真的吗？") == "听说首批要建10个，对吗？"


@pytest.mark.parametrize(
    ("put", "read"),
    [
        ("俺们能够牵头吗", "我们能牵头吗"),
        ("咱家能报吗", "咱家能报吗"),
        ("年度总结写些啥", "年度总结写哪些"),
        ("申报咋报", "申报怎么报"),
        ("高校牵头成不成？", "高校牵头行不行？"),
        ("高校牵头，中不中", "高校牵头，行不行"),
        ("啥时间截止", "什么时候截止"),
        ("材料由哪位审", "材料由谁审"),
        ("材料发给哪位", "材料发给哪位"),
        ("要经过什么部门", "要经过哪些部门"),
        ("我们是绍兴的企业 想一起报灯塔基地 可以吗", "我们是绍兴的企业，想一起报灯塔基地，可以吗"),
        ("expert certificate 由谁发", "expert certificate 由谁发"),
        ("这样的办法不能够接受", "这样的办法不能够接受"),
    ],
)
def test_spoken_words_are_read_as_plain_ones(put: str, read: str) -> None:
    assert one_form(put) == read


@pytest.mark.parametrize(
    ("put", "read"),
    [
        ("And can a firm lead it?", "Can a firm lead it?"),
        ("Could you tell me whether a firm can lead it?", "Can a firm lead it?"),
        ("I would like to know if our college must sign the form.", "Must our college sign the form?"),
        ("Please tell me the word limit of the plan", "What is the word limit of the plan?"),
        ("Do you know when the call closes?", "When the call closes?"),
        ("Which firms may lead?", "Which firms may lead?"),
    ],
)
def test_english_openings_are_left_out(put: str, read: str) -> None:
    assert one_form(put) == read


def test_a_further_question_keeps_its_and() -> None:
    assert one_form("And can a firm lead it?", follows=True) == "And can a firm lead it?"


@pytest.fixture(scope="module")
def lamp() -> Built:
    """A guideline nobody published."""
    return over("灯塔实践基地管理办法", "第一条 首批建设5个灯塔实践基地。", "第二条 灯塔实践基地由企业牵头申报。")


@pytest.mark.parametrize("tag", ["对吧？", "对不对？", "我理解得对吗？", "是这样吗？", "可以这么理解吗？"])
def test_a_wrong_figure_is_put_right_whatever_the_tag(lamp: Built, tag: str) -> None:
    answer = lamp.ask(f"灯塔实践基地首批要建10个，{tag}")
    assert (answer.verdict, "5个" in answer.answer) == ("no", True)


@pytest.mark.parametrize("put", ["能够", "能", "可以", "可不可以"])
def test_leave_is_asked_alike(lamp: Built, put: str) -> None:
    assert lamp.ask(f"企业{put}牵头灯塔实践基地吗？").verdict == "yes"


def test_the_number_of_programmes_is_what_counts_them() -> None:
    tower = over(
        "灯塔实践基地管理办法",
        "第一条 在全国分批遴选企业，共同建设100至150所灯塔实践基地。",
        "第二条 发挥全国服务机构优势，实施三个专项工程，为灯塔实践基地建设提供支撑。",
    )
    for text in ("全国要建多少个灯塔实践基地？", "灯塔实践基地全国要建几个"):
        assert "100至150所" in tower.ask(text).answer
