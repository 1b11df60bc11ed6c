"""A denial that is to be confirmed is held against what each part of a sentence rules."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

HARBOUR = (
    "临川市渔港驿站申报指南",
    "一、类型和名额",
    "（一）驿站分为星光型、月光型、流动型三种类型。",
    "（二）流动型不参加评审。",
    "（三）省属研究所由科研处推荐，不占所在县名额。部属研究所向所在县申报，占用所在县名额。",
    "二、申报条件",
    "（一）合作社不得牵头，可以作为成员参与。个体渔民不作为申报单位。",
    "（二）冷库的容积不作要求。其他共建企业的船只数量不作硬性要求。",
    "（三）验收不合格的，不再补助；验收合格的，拨付尾款。",
    "（四）上年度申报未通过的单位可以再次申报。",
    "（五）年度检查不达标的，停拨尾款，限2个月整改。",
    "三、材料",
    "（一）纸质材料左侧装订，不需要胶装，封面须加盖公章。",
    "（二）本表须打印填写，手写无效。",
    "（三）申请材料恕不退还。",
    "（四）驿站负责人原则上不得更换。",
    "（五）补助资金用于码头维修，不得用于购置车辆、偿还债务。",
    "（六）进港运行不足6个月的不参加年度考核。",
    "（七）成员登记时间应满3年（村集体除外）。",
)


@pytest.fixture(scope="module")
def harbour() -> Built:
    return over(*HARBOUR, names=("渔港驿站",))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("渔港驿站流动型不参加评审，对吧？", "yes"),
        ("省属研究所报渔港驿站不占所在县名额，是吧？", "yes"),
        ("部属研究所报渔港驿站不占所在县名额，对吧？", "no"),
        ("渔港驿站合作社不能牵头，对吧？", "yes"),
        ("渔港驿站的合作社不能作为成员参与，对吧？", "no"),
        ("渔港驿站纸质材料不用胶装，对吧？", "yes"),
        ("渔港驿站封面不用盖公章，对吧？", "no"),
        ("渔港驿站的表不能手写，对吧？", "yes"),
        ("渔港驿站验收不合格的不再补助，对吧？", "yes"),
        ("渔港驿站上年度申报没通过的单位不能再次申报，对吧？", "no"),
        ("渔港驿站年度检查不达标没有整改机会，对吧？", "no"),
        ("渔港驿站补助资金不能拿去购置车辆，对吧？", "yes"),
        ("渔港驿站补助资金不能用于码头维修，对吧？", "no"),
        ("渔港驿站进港运行不到6个月的不用参加年度考核，对吧？", "yes"),
        ("渔港驿站的负责人不能更换，对吧？", "conditional"),
    ],
)
def test_a_denial_is_borne_out_or_belied_by_the_part_on_the_very_thing(harbour: Built, text: str, verdict: str) -> None:
    assert harbour.ask(text).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "渔港驿站星光型不参加评审，对吧？",  # another sort
        "渔港驿站纸质材料不能胶装，对吧？",  # that it need not be done is no bar
        "渔港驿站第一共建企业的船只数量不作硬性要求，对吧？",  # what is said of all others
        "渔港驿站验收合格的不再补助，对吧？",  # the other case
        "渔港驿站进港运行不到9个月的不用参加年度考核，对吧？",  # another number
        "渔港驿站的负责人一律不能更换，对吧？",  # in principle only
        "渔港驿站冷库的位置没有要求，对吧？",  # no limit on another thing
        "渔港驿站的企业成员不能是外地的，对吧？",  # nothing is said of it
        "渔港驿站没有公章也能报，对吧？",
    ],
)
def test_a_denial_of_another_thing_is_never_confirmed(harbour: Built, text: str) -> None:
    assert harbour.ask(text).verdict != "yes"


def test_who_is_excepted_from_a_duty_need_not_do_it(harbour: Built) -> None:
    assert harbour.ask("渔港驿站的村集体登记时间不用满3年，对吧？").verdict != "no"
    assert harbour.ask("渔港驿站的合作社登记时间不用满3年，对吧？").verdict != "yes"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("渔港驿站的封面不用盖公章，签个字就行，对吧？", "no"),  # one part that is belied belies the claim
        ("渔港驿站的纸质材料不用装订，夹起来就行，对吧？", "no"),
    ],
)
def test_a_claim_of_two_parts_falls_with_one(harbour: Built, text: str, verdict: str) -> None:
    assert harbour.ask(text).verdict == verdict
