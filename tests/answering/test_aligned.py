"""What a question proposes, laid beside what each part of a sentence rules."""

from __future__ import annotations

import pytest

from assistant.answering.sentences.rulings import rulings
from tests.answering.built import Built, over

STATION = (
    "榕江市青年工匠驿站申报指南",
    "一、申报范围",
    "（一）行业商会、基金会等社会组织不在本次遴选范围内，但可受邀参加成果展示。",
    "（二）流动服务点可由3家单位联合申报，驿站不接受联合申报。",
    "（三）退休技师可以受聘为驿站导师，但不得担任负责人。",
    "（四）已获评省级驿站的，免于现场核查，但仍占推荐名额。",
    "二、材料要求",
    "（一）申请表须打印填写，手写无效，签名除外。",
    "（二）设备投入以正规发票为准，仅有内部台账的不予认可。",
    "（三）3分钟以内宣传短片1部（仅示范类提交），MP4格式。",
    "（四）纸质材料由区总工会统一报送，市总工会不直接受理申报单位递交的材料。",
    "（五）电子材料上传后仍须报送纸质材料。",
    "（六）服务人数含外来务工人员，不含在校学生。",
    "（七）业绩证明材料须为近两年形成的，复印件加盖公章有效，传真件无效。",
    "三、资金与管理",
    "（一）场租补贴由承租企业申领，驿站和物业公司不得代领。",
    "（二）活动经费不得用于购置车辆、发放值守人员津贴，学员交通补助可在活动经费中列支，总额不超过活动经费的20%。",
    "（三）标牌由市总工会统一制作，各单位不得自行制作。",
    "（四）驿站负责人原则上不得变更，因调动等确需变更的，须经市总工会同意。",
    "（五）驿站导师课酬由驿站承担，不得向学员收取。",
    "四、联系方式",
    "咨询邮箱：yizhan@gonghui.example.cn（仅限咨询，不接收申报材料）。",
)


@pytest.fixture(scope="module")
def station() -> Built:
    return over(*STATION, names=("青年工匠驿站",))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("行业商会能报青年工匠驿站吗", "no"),
        ("青年工匠驿站可以两家联合申报吗", "no"),
        ("青年工匠驿站的负责人让退休技师来担任行吗", "no"),
        ("青年工匠驿站的申请表能手写吗", "no"),
        ("青年工匠驿站申请表手写的行不行", "no"),
        ("青年工匠驿站设备投入用内部台账证明可以吗", "no"),
        ("青年工匠驿站普通类也要交宣传短片吗", "no"),
        ("青年工匠驿站示范类要交宣传短片吗", "yes"),
        ("青年工匠驿站的材料可以直接交给市总工会吗", "no"),
        ("青年工匠驿站电子材料传上去了，纸质的就不用交了吧", "no"),
        ("我们是省级驿站，报青年工匠驿站就不占推荐名额了吧", "no"),
        ("在校学生算不算青年工匠驿站的服务人数", "no"),
        ("外来务工人员能算进青年工匠驿站的服务人数吗", "yes"),
        ("青年工匠驿站的业绩证明发传真件行吗", "no"),
        ("企业的场租补贴，青年工匠驿站能代领吗", "no"),
        ("青年工匠驿站的场租补贴能让物业公司替我们领吗", "no"),
        ("青年工匠驿站活动经费能买车吗", "no"),
        ("青年工匠驿站的标牌我们自己找人做一块行吗", "no"),
        ("青年工匠驿站负责人要调走了，能换人吗", "conditional"),
        ("青年工匠驿站的导师课酬能向学员收吗", "no"),
        ("青年工匠驿站的材料发到咨询邮箱可以吗", "no"),
    ],
)
def test_the_part_on_the_very_proposition_decides(station: Built, text: str, verdict: str) -> None:
    assert station.ask(text).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "商会可以给青年工匠驿站捐款吗",
        "青年工匠驿站负责人能兼任导师吗",
        "青年工匠驿站活动经费可以购买保险吗",
        "青年工匠驿站的场租补贴能分期领吗",
        "流动服务点三家单位可以一起联合申报吗，青年工匠驿站这个",
        "青年工匠驿站宣传短片能配英文字幕吗",
        "青年工匠驿站活动经费能给学员发交通补助吗",
    ],
)
def test_another_act_or_somebody_else_is_not_refused(station: Built, text: str) -> None:
    assert station.ask(text).verdict != "no"


def test_a_segment_without_a_subject_has_that_of_the_one_before() -> None:
    made = rulings("（三）高级工匠（含技师）可以任导师，但不得担任站长；手写无效（签名除外）。")
    assert [(r.force, r.subject.strip(), r.told) for r in made if r.force != "is"] == [
        ("may", "高级工匠（含技师）", "任导师"),
        ("no", "高级工匠（含技师）", "担任站长"),
        ("refused", "手写", ""),
    ]


def test_what_stands_in_brackets_is_ruled_of_what_stands_before() -> None:
    only = next(r for r in rulings("3分钟以内短片1部（仅示范类提交），mp4格式。") if r.force == "only")
    assert (only.told, only.lead) == ("示范类提交", "3分钟以内短片1部")
