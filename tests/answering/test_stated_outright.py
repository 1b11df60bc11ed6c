"""Duties and events that a clause states outright, with the near misses that it does not state; ways that leave them
undone; what is let on a condition, lessened, waived for some, or only offered as a box to tick."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "一、管理要求",
    "（一）牵头单位应于每年11月底前向管理办公室提交年度运行报告，并在单位网站公开。",
    "（二）管理办公室将组织专家开展中期检查，视情组织现场走访。",
    "（三）新设基地免于提供用户满意度调查表。",
    "（四）涉及商业秘密的内容请做隐去处理。",
    "（五）申报书经学校党委会审议通过后报送。",
    "（六）纸质申报书一式三份寄送至管理办公室，同时发送电子稿。",
    "（七）对年度评价为优的基地，在抽查中减少检查次数。",
    "（八）符合条件的基地可联合颁发技能证书。",
    "（九）鼓励基地建设线上实训平台。",
    "经费来源：□中央财政拨款 □地方财政拨款 □学校自筹",
)


@pytest.fixture(scope="module")
def base() -> Built:
    return over(*LINES)


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地会不会有专家来做中期检查？",
        "灯塔实践基地申报书，电子稿和纸质的是不是两样都要交？",
        "灯塔实践基地的年度运行报告要公开吗？",
    ],
)
def test_a_duty_or_event_that_a_clause_states_is_confirmed(base: Built, text: str) -> None:
    assert base.ask(text).verdict == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地的年度运行报告，电子稿和纸质的是不是都要交？",  # what is told of other papers
        "灯塔实践基地管理办公室会不会组织家长开展中期检查？",  # by others
        "灯塔实践基地的专家会不会来做中期培训？",  # another event
        "灯塔实践基地年度运行报告每季度都要交吗？",  # more often
        "灯塔实践基地要不要每年交财务报告？",  # another paper
        "灯塔实践基地的企业要不要提交年度运行报告？",  # another's duty
        "灯塔实践基地必须建线上实训平台吗？",  # only encouraged
    ],
)
def test_what_is_stated_of_another_thing_confirms_nothing(base: Built, text: str) -> None:
    assert base.ask(text).verdict != "yes"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地申报书里的商业秘密照实写行吗？",
        "灯塔实践基地的年度运行报告内部留存、不公开，可以吗？",
        "书记签过字，灯塔实践基地申报书不上党委会直接报，行吧？",
    ],
)
def test_a_way_that_leaves_a_duty_undone_is_denied(base: Built, text: str) -> None:
    assert base.ask(text).verdict == "no"


@pytest.mark.parametrize(
    "text", ["灯塔实践基地申报书里商业秘密隐去后写行吗？", "灯塔实践基地申报书不上董事会直接报，行吧？"]
)
def test_a_way_that_leaves_no_duty_undone_is_not_denied(base: Built, text: str) -> None:
    assert base.ask(text).verdict != "no"


def test_what_is_waived_for_some_is_waived_for_nobody_else(base: Built) -> None:
    assert base.ask("灯塔实践基地的新设基地也得提供用户满意度调查表吗？").verdict == "no"
    assert base.ask("灯塔实践基地的老基地也得提供用户满意度调查表吗？").verdict == "not_specified"
    assert base.ask("灯塔实践基地的民办基地需要提供用户满意度调查表吗？").verdict == "not_specified"


def test_fewer_is_not_none(base: Built) -> None:
    assert base.ask("灯塔实践基地评价优秀的，抽查是不是就免了？").verdict == "no"


def test_what_is_let_on_a_condition_depends(base: Built) -> None:
    assert base.ask("灯塔实践基地能联合颁发技能证书吗？").verdict == "conditional"
    assert base.ask("灯塔实践基地能联合颁发学位证书吗？").verdict == "not_specified"


def test_a_box_to_tick_promises_nothing(base: Built) -> None:
    assert base.ask("灯塔实践基地评上了中央财政就会拨款，对吧？").verdict != "yes"


def test_a_box_is_meant_by_its_last_words() -> None:
    harbour = over(*LINES[:-1], "经费来源：□中央贴息贷款 □普通商业贷款 □院校自筹经费 □其他")
    assert harbour.ask("灯塔实践基地申报书经费来源那栏，银行一般的商业贷款有得勾吗？").verdict == "yes"
    assert harbour.ask("灯塔实践基地申报书经费来源那栏，社会捐赠有得勾吗？").verdict != "yes"
    assert harbour.ask("灯塔实践基地申报书经费来源那栏，非商业贷款有得勾吗？").verdict != "yes"


def test_what_is_at_discretion_is_not_done_to_every_one(base: Built) -> None:
    assert base.ask("灯塔实践基地的每一家基地都必须现场走访吗？").verdict == "no"


def test_a_denial_is_found_under_the_english_word_for_the_thing() -> None:
    folder = over("灯塔实践基地的材料按顺序装订，不需要胶装。", "违法经营的，一经查实，予以撤销。")
    assert folder.ask("Do the files for 灯塔实践基地 have to be glue-bound?").verdict == "no"
    assert folder.ask("Do the files for 灯塔实践基地 have to be in order?").verdict != "no"


def test_who_is_sent_does_not_send_and_a_hearing_is_no_statement() -> None:
    built = over(
        "灯塔书屋管理办法",
        "第一条 书屋办公室组织专家对书屋开展中期检查。",
        "第二条 取消书屋称号前，应当听取其陈述和申辩。",
        "第三条 年检合格的书屋可以续牌。",
        names=("灯塔书屋",),
    )
    assert built.ask("灯塔书屋的中期检查由专家自己组织吗？").verdict != "yes"
    assert built.ask("灯塔书屋的中期检查由专家来组织吗？").verdict != "yes"
    assert built.ask("灯塔书屋取消称号前会开听证会吗？").verdict != "yes"
    assert built.ask("灯塔书屋的中期检查是办公室组织吗？").verdict == "yes"


@pytest.fixture(scope="module")
def pier() -> Built:
    return over(
        "灯塔码头共建办法",
        "第一条 码头要设立议事会，商定分工，召开启航仪式，审定码头公约。",
        "第二条 码头收到书面启用通知后，应制定详细的泊位规划并提交海事办公室备案，随后启动泊位建设。",
        "第三条 连续三年未报送潮位记录的，可摘牌。",
        "第四条 摘牌前将告知有关码头，听取其陈述和申辩。",
        "第五条 鼓励码头设立潮汐观测站。",
        "第六条 企业主体应办理独立的船籍注册。",
        "第七条 协助成员单位申报海洋局的航道课题，增强科研实力。",
        "第八条 航校与船厂符合条件的可联合颁发船员学位，指导学位论文。",
        "第九条 码头按潮汐表安排船舶进出，夜间值守不少于两人。",
        "第十条 码头应配备消防艇，每季度开展一次演练。",
        "第十一条 码头岸线由海事办公室统一测绘。",
        "第十二条 装卸机械实行编号管理，台账保存五年。",
        "第十三条 引水员由航道处选派，费用由船东承担。",
        "第十四条 货物堆存不得占用救生通道。",
        "第十五条 冬季结冰期码头暂停客运。",
        "第十六条 渔获交易实行明码标价。",
        names=("灯塔码头",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "灯塔码头的牌子真要被摘掉的话，事先会不会听我们申辩？",
        "灯塔码头因为连续三年没报潮位记录要被摘牌，摘牌之前会听码头申辩吗？",
        "Before a 灯塔码头 is revoked for missing records, does it get a chance to defend itself?",
        "共建灯塔码头，启航仪式是必须开的吗？",
        "我们刚收到灯塔码头的书面启用通知，有人说直接动工就行。还需不需要把泊位规划报上去备案？",
        "我们进了灯塔码头，想报海洋局的航道课题，你们给搭把手不？",
    ],
)
def test_what_goes_before_a_loss_and_what_must_be_held_is_confirmed(pier: Built, text: str) -> None:
    assert pier.ask(text).verdict == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔码头摘牌前会开听证会吗？",  # another act
        "灯塔码头摘牌前会给我们整改时间吗？",
        "灯塔码头摘牌前不听我们申辩，对吗？",  # negated
        "灯塔码头交潮位记录之前会听我们申辩吗？",  # before something else
        "灯塔码头摘牌前3天会听我们申辩吗？",  # a time of its own
        "灯塔码头必须设潮汐观测站吗？",  # only encouraged
        "灯塔码头是不是必须去注册船籍？",  # another's duty
        "灯塔码头的启航仪式必须由县长主持吗？",
        "我们进了灯塔码头，想报海洋局的职称，你们给搭把手不？",  # help with another thing
        "灯塔码头里船厂自己给船员发学位，这事儿能办吗？",  # alone what is let together
    ],
)
def test_what_is_not_said_of_it_is_not_confirmed(pier: Built, text: str) -> None:
    assert pier.ask(text).verdict != "yes"


def test_without_a_word_before_the_loss_is_denied_by_the_hearing(pier: Built) -> None:
    answer = pier.ask("连着三年没报潮位记录，可以不打招呼就把灯塔码头摘牌，是这样吧？")
    assert (answer.verdict, "听取其陈述和申辩" in answer.answer) == ("no", True)


def test_what_is_let_together_on_a_condition_depends(pier: Built) -> None:
    assert pier.ask("灯塔码头，航校跟船厂一块儿给船员发学位，这事儿能办吗").verdict == "conditional"


def test_what_wants_to_be_free_of_a_thing_does_not_happen_in_spite_of_it() -> None:
    built = over(
        "灯塔书屋管理办法",
        "第一条 名单公示五日，无异议后，印发认定文书。",
        "第二条 灯塔书屋按年度复核。",
        "第三条 书屋每周开放六天。",
        "第四条 书屋配备管理员两名。",
        "第五条 图书采购由街道统一招标。",
        "第六条 逾期未还图书的，暂停借阅。",
        "第七条 书屋应建立消防台账。",
        "第八条 年度开放天数不少于三百天。",
        names=("灯塔书屋",),
    )
    assert built.ask("灯塔书屋公示期间有异议也不影响印发认定文书，对吧？").verdict == "no"
    assert built.ask("灯塔书屋公示时有异议也照样印发认定文书，对吧？").verdict == "no"
    assert built.ask("灯塔书屋公示时有异议就不印发认定文书了，对吧？").verdict != "no"
    assert built.ask("灯塔书屋公示时有异议也能复核吗？").verdict != "yes"
