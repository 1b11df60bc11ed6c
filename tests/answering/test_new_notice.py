"""What people ask first about a notice nobody has seen: who gets it, for what, in which steps, on what paper."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over_notices

WEAVERS = """\
桐川省文化和旅游厅关于开展织造技艺传承人进修资助工作的通知

桐文旅〔2026〕18号

各市文化和旅游局：

现组织开展织造技艺传承人进修资助（以下简称“进修资助”），有关事项如下：

一、资助对象

资助对象为省级代表性传承人和经县级认定满5年的传承人。

二、资助标准

（一）院校进修每人资助1.2万元，作坊进修每人资助7000元，海外进修每人资助2.5万元。

（二）资助资金用于学费、交通费和材料费，不得用于购买织机、支付误工补贴。

三、办理程序

（一）个人申请。传承人在“桐川非遗”平台填报。

（二）市级推荐。各市文化和旅游局于7月2日前报送名单。

（三）专家遴选。省文化和旅游厅组织遴选。

（四）公布名单。名单公示后公布。

四、申请材料

包括申请表、作品照片、传承人证书各1份。照片为JPG格式，每张不超过6MB。纸质材料一式2份。

桐川省文化和旅游厅
2026年5月18日
"""
WELLS = """\
沙原县水务局关于印发《灌溉井改造奖补办法》的通知

沙水发〔2026〕5号

第一条 本办法适用于灌溉井改造奖补。

第二条 奖补对象为村级集体经济组织和种植大户。水利施工企业可以受托施工。

第三条 更换水泵的每眼奖补3000元，加装计量设施的每眼奖补900元。

第四条 申报流程：

1. 提交申请。种植大户向所在乡镇提交申请书。

2. 现场核查。乡镇在15日内核查。

3. 组织验收。县水务局组织验收。

4. 拨付资金。验收合格后拨付。

沙原县水务局
2026年1月16日
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_notices(tmp_path_factory.mktemp("new"), weavers=WEAVERS, wells=WELLS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("进修资助给哪两类人？", "省级代表性传承人 县级认定"),
        ("灌溉井改造奖补发给哪些人？", "村级集体经济组织 种植大户"),
        ("进修资助的钱能花在哪些地方？", "学费 交通费 材料费"),
        ("进修资助的资金用途有哪些？", "学费 交通费 材料费"),
        ("进修资助从申请到公布名单分几步？", "市级推荐 专家遴选 公布名单"),
        ("灌溉井改造奖补要走哪几个环节？", "提交申请 现场核查 组织验收 拨付资金"),
        ("申请进修资助要交哪些材料？", "申请表 作品照片 证书"),
        ("进修资助的纸质材料要几份？", "2份"),
        ("进修资助的照片什么格式，最大多大？", "JPG 6MB"),
        ("How many paper copies does the weaving training grant (进修资助) need?", "2份"),
    ],
)
def test_what_is_asked_first_is_told(built: Built, question: str, told: str) -> None:
    answer = built.ask(question).answer
    assert all(t in answer for t in told.split()), answer


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("去作坊进修每人资助多少？", "7000元", "2.5万元"),
        ("海外进修给多少钱？", "2.5万元", "7000元"),
        ("加装计量设施的井每眼补多少？", "900元", "3000元"),
    ],
)
def test_of_values_in_one_sentence_the_one_asked_for(built: Built, question: str, told: str, untold: str) -> None:
    answer = built.ask(question).answer
    assert told in answer
    assert untold not in answer


@pytest.mark.parametrize(
    "question",
    [
        "海外进修能不能带家属一起去？",
        "海外进修可以带个人去吗？",
        "进修资助能拿回家吗？",
        "作坊进修能不能叫上大家？",
        "换水泵能带上邻居家的一起弄吗？",
        "进修资助能用来买织机吗？",
        "水利施工企业能拿灌溉井奖补吗？",
        "进修资助能不能分给家里人？",
    ],
)
def test_nothing_is_permitted_that_no_sentence_speaks_of(built: Built, question: str) -> None:
    answer = built.ask(question)
    assert answer.verdict == "no" or answer.abstained, answer.answer
