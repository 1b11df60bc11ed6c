"""Which clause decides and is shown: the one on the very thing, the part on it, and what rules that part."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def harbour() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 灯塔实践基地由航运龙头企业作为牵头单位申报。",
        "第二条 推荐表由牵头单位（航运龙头企业）报送至属地交通部门。",
        "第三条 鼓励牵头企业联合职业院校，建设航标模拟舱、雾笛教学馆和潮汐资料室。",
        "第四条 基地应成立以船长为主任的安全管理处，鼓励联合航道单位以理事会等形式成立联合管理机构。",
        "第五条 部属院校推荐不超过4个，省属院校推荐不超过2个。",
        "第六条 设备清单由牵头单位报送至所在地[区、县（市），下同]海事部门，属地海事部门核验盖章后一并报送至市交通局。",
        "第七条 各基地收到入选通知后，应进一步明确训练目标，细化训练内容，制定年度训练大纲并提交基地办公室备案。",
        "第八条 经评审通过的基地，公示7个工作日后予以认定。",
    )


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("灯塔实践基地的推荐表由渔业协会牵头报送，可以吗？", "推荐表由牵头单位"),
        ("渔业协会能牵头申报灯塔实践基地吗？", "由航运龙头企业作为牵头单位申报"),
    ],
)
def test_of_rules_that_say_the_same_the_one_on_what_is_asked_is_shown(
    harbour: Built, question: str, quoted: str
) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == "no", answer.answer
    assert quoted in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("灯塔实践基地必须建航标模拟舱吗？", "no"),
        ("灯塔实践基地一定要有雾笛教学馆吗？", "no"),
        ("建灯塔实践基地非得建潮汐资料室吗？", "no"),
        ("灯塔实践基地必须成立安全管理处吗？", "yes"),
        ("收到入选通知后，灯塔实践基地必须制定年度训练大纲吗？", "yes"),
    ],
)
def test_what_rules_a_part_may_stand_before_it(harbour: Built, question: str, verdict: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("灯塔实践基地的年度训练大纲不用报基地办公室备案吗？", "提交基地办公室备案"),
        ("灯塔实践基地的设备清单不用属地海事部门盖章吗？", "属地海事部门核验盖章后"),
        ("灯塔实践基地的设备清单可以跳过区里直接送市交通局吗？", "核验盖章后"),
    ],
)
def test_the_part_on_what_is_left_out_is_quoted(harbour: Built, question: str, quoted: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == "no", answer.answer
    assert any(quoted in c.quote for c in answer.citations), answer.answer


@pytest.mark.parametrize(
    ("before", "question", "verdict"),
    [
        ((), "部属院校推荐灯塔实践基地有数量限制吗？", "yes"),
        ((), "省属院校推荐灯塔实践基地有没有名额限制？", "yes"),
        (("部属院校推荐灯塔实践基地有数量限制吗？",), "那省属院校呢？", "yes"),
        ((), "灯塔实践基地的教员人数有上限吗？", "not_specified"),
        ((), "灯塔实践基地的设备清单有页数限制吗？", "not_specified"),
        ((), "企业推荐灯塔实践基地有数量限制吗？", "not_specified"),
    ],
)
def test_whether_there_is_a_limit(harbour: Built, before: tuple[str, ...], question: str, verdict: str) -> None:
    answer = harbour.ask(question, *before)
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize(
    "question",
    ["灯塔实践基地认定满三年后要重新评审吗？", "灯塔实践基地认定两年以后还要再公示吗？"],
)
def test_when_something_happens_is_not_how_long_another_takes(harbour: Built, question: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == "not_specified", answer.answer
