"""Everyday words and the official words for the very same thing: a yes follows from them, and none where the question
swaps the object, the doer, the degree or the turn of the year."""

from __future__ import annotations

import pytest

from assistant.answering.question.lexicon import SAME, lexicon
from tests.answering.built import Built, over

NOTICE = (
    "一、建设",
    "（一）支持灯塔实践基地的青年教师到船企挂职锻炼。",
    "（二）基地应成立航标建设工作组，制定值守安全制度。",
    "（三）基地应定期开展自我评估和第三方评估。",
    "（四）基地面向未就业毕业生开展急救培训。",
    "（五）灯塔船企招工要向海事院校毕业生倾斜。",
    "（六）基地服务收入应单独核算，其余部分可用于设备维护。",
    "（七）基地数据库应方便社会公众查询。",
    "（八）对评价结果好的基地，减少海图检查频次。",
    "（九）基地每年报送航标总结。",
    "（十）协助基地申报海事研究课题。",
    "（十一）基地建设中期，将组织专家评审。",
    "（十二）授牌后，基地应向海事部门备案航道详图。",
    "（十三）申请书各栏可自行添加行。",
    "（十四）申请书于2031年3月1日前报送。",
)


@pytest.fixture(scope="module")
def coast() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地支持年轻老师去船企挂一阵职吗？",
        "灯塔实践基地要不要专门凑一个航标工作班子？",
        "灯塔实践基地除了自己打分，还得找外面的机构评估吗？",
        "没找着工作的毕业生，灯塔实践基地会给他们急救培训吗？",
        "灯塔船企招人，是不是该多照顾海事院校毕业生？这是灯塔实践基地的事",
        "灯塔实践基地的数据库，普通老百姓能查到吗？",
        "灯塔实践基地申报海事课题，能给搭把手吗？",
        "灯塔实践基地建到一半，会不会请专家来评审一次？",
        "灯塔实践基地值守安全这块，用得着立制度吗？",
        "灯塔实践基地授牌之后，航道详图要向海事部门报备吗？",
        "灯塔实践基地挣的钱，剩下的能拿去修设备吗？",
        "灯塔实践基地的申请书写不下，自己加几行成不",
    ],
)
def test_the_everyday_word_is_the_official_one(coast: Built, text: str) -> None:
    assert coast.ask(text).verdict == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地支持退休老师去船企挂一阵职吗？",  # another doer
        "灯塔实践基地支持船企老板去学校挂职吗？",
        "灯塔实践基地要不要专门凑一个值守工作班子到国外去？",
        "灯塔实践基地只要自己打分就行了吧？",
        "有工作的毕业生，灯塔实践基地会给他们急救培训吗？",
        "没找着工作的毕业生，灯塔实践基地会给他们发工资吗？",  # another object
        "灯塔船企招人，只能招海事院校毕业生吗？",  # another degree
        "灯塔实践基地的申请书，普通老百姓能查到吗？",
        "灯塔实践基地申报税务课题，能给搭把手吗？",
        "灯塔实践基地每个月都要交航标总结吗？",  # another turn
        "灯塔实践基地每周交一次航标总结，对吧？",
        "评价结果不好的灯塔实践基地，海图检查会少一点吗？",
        "灯塔实践基地挣的钱，剩下的可以拿去买房吗？",
        "灯塔实践基地建完了，会不会再请专家来拆一次？",
        "幼儿园里没找着工作的毕业生，灯塔实践基地会给他们急救培训吗？",
        "灯塔实践基地授牌之前，航道详图要向海事部门报备吗？",
        "灯塔实践基地的申请书，栏里写不下，自己改格式行吗？",
    ],
)
def test_another_doer_object_degree_or_turn_gets_no_yes(coast: Built, text: str) -> None:
    assert coast.ask(text).verdict != "yes"


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("编了几本教材会被考核吗？", True),
        ("人手怎么安排也要写明吗？", True),
        ("能网上查到哪些学校是灯塔实践基地吗？", True),
        ("一式几份？", False),
        ("要交几份？", False),
        ("怎么安排？", False),
    ],
)
def test_a_word_that_asks_may_mean_some(coast: Built, text: str, whether: bool) -> None:
    assert coast.frame(text).whether is whether


def test_unknown_words_are_told_apart_at_their_seams(coast: Built) -> None:
    unknown = {t.words for t in coast.frame("灯塔实践基地想学德国航标吗？").terms if t.kind == "unknown"}
    assert unknown == {"德国"}
    heavy = {t.words: t.weight for t in coast.frame("企业老板能来吗？").terms}
    assert heavy["老板"] > 0.4


def test_what_documents_say_themselves_stays_their_word(coast: Built) -> None:
    (term,) = (t for t in coast.frame("灯塔实践基地评估吗？").terms if t.words == "评估")
    assert SAME not in "".join(term.concepts)


def test_no_word_means_its_opposite() -> None:
    words = lexicon()
    for word in ("不服", "不合格", "没过关", "停办"):
        assert "合格" not in words.same(word)
    opposites = (
        ("鼓励", "必须"),
        ("免费", "收费"),
        ("补助", "贷款"),
        ("增加", "减少"),
        ("延长", "缩短"),
        ("自愿", "强制"),
    )
    for one, other in opposites:
        assert other not in words.same(one)
        assert one not in words.same(other)


@pytest.mark.parametrize(
    ("asked", "confirmed"),
    [
        ("市域产教联合体推荐书的支撑材料，是跟正文订一起吗？", False),
        ("市域产教联合体推荐书的正文，左侧装订吗？", True),
        ("工信部校企协同育人示范基地的申请书和佐证材料一起寄吗？", True),
    ],
)
def test_that_two_things_go_together_is_told_by_no_sentence_on_one(corpus: Built, asked: str, confirmed: bool) -> None:
    assert (corpus.ask(asked).verdict == "yes") is confirmed


def test_an_office_asked_for_is_told_and_a_way_of_binding_is_its_own() -> None:
    built = over("一、推荐书由牵头单位报送至属地海洋部门。", "二、推荐书左侧装订。", "三、推荐书寄至望州市海滨路1号。")
    assert "属地海洋部门" in built.ask("灯塔实践基地的推荐书寄到哪个部门？").answer
    assert built.ask("灯塔实践基地的推荐书要不要胶装？").verdict != "yes"
