"""A tag turns the statement before it into a question: its words weigh as in that question, no less."""

from __future__ import annotations

import pytest

from assistant.answering.question.focusing import focus
from assistant.answering.question.one_form import one_form
from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def harbour() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 基地面向在校学生开展航标养护训练，每年不少于二十天。",
        "第二条 基地可以租用社会车辆接送学员。",
        "第三条 训练补助按月发放给学员本人。",
        "第四条 年度总结由牵头单位汇总后报市交通局备案。",
        "第五条 基地的训练教材向会员单位无偿提供。",
        "第六条 对入选名单有异议的，应当书面提出。",
        "第七条 学员考核合格的，由基地颁发结业证书。",
        "第八条 基地配备专职安全员，负责船舶检查。",
    )


@pytest.mark.parametrize(
    "tag", ["对吧？", "是吧？", "是这样吧？", "没错吧？", "这么说没错吧？", "对不对？", "是不是？"]
)
def test_words_weigh_as_in_the_plain_question(harbour: Built, tag: str) -> None:
    plain = harbour.frame("灯塔实践基地的训练补助按月发放给学员本人吗？")
    tagged = harbour.frame(f"灯塔实践基地的训练补助按月发放给学员本人，{tag}")
    weights = {t.words: t.weight for t in plain.terms}
    assert {t.words: t.weight for t in tagged.terms if t.words in weights} == weights


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("我们是渔业协会,能当成员,对吧?", "能当成员"),
        ("我们是渔业协会,能当成员吗?", "能当成员吗?"),
        ("能当成员,对吧?", "能当成员"),
        ("补助按月发,是不是?", "补助按月发"),
        ("对吧?", "对吧?"),
    ],
)
def test_the_segment_before_a_tag_asks(text: str, asking: str) -> None:
    assert focus(text) == asking


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("灯塔实践基地可以租用社会车辆接送学员，是吧？", "yes"),
        ("灯塔实践基地的训练教材向会员单位无偿提供，没错吧？", "yes"),
        ("灯塔实践基地可以租用社会车辆接送学员家属，对吧？", "not_specified"),
        ("灯塔实践基地可以租用社会船舶接送学员，是吧？", "not_specified"),
        ("灯塔实践基地可以购买社会车辆接送学员，对吧？", "not_specified"),
        ("灯塔实践基地的训练补助按月发放给牵头单位，对吧？", "not_specified"),
        ("灯塔实践基地的训练补助按月足额发放给带教老师，是吧？", "not_specified"),
        ("灯塔实践基地的训练教材向所有单位无偿提供，没错吧？", "not_specified"),
        ("灯塔实践基地的训练设备向会员单位无偿提供，对吧？", "not_specified"),
        ("灯塔实践基地面向在校学生和职工开展航标养护训练，对吧？", "not_specified"),
        ("学员考核合格的，由市交通局颁发灯塔实践基地结业证书，是这样吧？", "not_specified"),
        ("灯塔实践基地的专职安全员负责消防检查，对吧？", "not_specified"),
    ],
)
def test_a_tag_makes_no_yes_easier(harbour: Built, question: str, verdict: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == verdict or verdict != "yes" and answer.verdict == "no", answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地的训练教材不无偿提供给会员单位，可以吗？",
        "灯塔实践基地的训练教材有偿提供给会员单位，对吧？",
        "灯塔实践基地可以租用社会车辆接送学员家属吗？",
        "灯塔实践基地可以租用社会车辆接送学员家属，没错吧？",
    ],
)
def test_what_denies_and_what_no_clause_names_gets_no_yes(harbour: Built, question: str) -> None:
    assert harbour.ask(question).verdict not in ("yes", "conditional")


@pytest.mark.parametrize("tag", ["没错吧？", "我没记错吧？", "没说错吧？", "这么理解没错吧？"])
def test_not_mistaken_denies_nothing(harbour: Built, tag: str) -> None:
    assert harbour.ask(f"灯塔实践基地的训练教材向会员单位无偿提供，{tag}").verdict == "yes"


@pytest.mark.parametrize(
    "tag", ["是这么回事吗", "有这回事吗", "是真的吗？", "真的假的", "属实吗", "这个说法对不对", "是不是这么回事"]
)
def test_whatever_asks_whether_it_is_so_is_one_tag(tag: str) -> None:
    assert one_form(f"基地要搞15个，{tag}") == "基地要搞15个，对吧？"


def test_what_is_heard_lays_no_duty_on_anybody(harbour: Built) -> None:
    answer = harbour.ask("听说灯塔实践基地每年要搞三十天航标养护训练，是真的吗？")
    assert (answer.verdict, "二十天" in answer.answer) == ("no", True)
