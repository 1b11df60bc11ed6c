"""English questions that name a Chinese notice loosely: places in pinyin, levels, either of two things called for."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.question.asked_units import asked_unit
from assistant.answering.question.called_for import things
from assistant.answering.question.lexicon import lexicon
from assistant.answering.question.romanised import Romanised
from assistant.guideline.tables import table
from assistant.programmes.units import taxonomy
from assistant.reading.pinyin import readings
from tests.answering.built import Built, over_notices

KILNS = (
    "贵州省商务厅关于组织申报2026年度贵州省陶瓷试烧平台的通知\n"
    "黔商函〔2026〕8号\n"
    "各市商务局，各有关单位：\n"
    "一、申报要求\n"
    "（一）平台由陶瓷企业牵头申报。\n"
    "（二）试烧窑炉剩余租期不少于4年。\n"
    "（三）烧制价格应当在门口公布，不得向学徒收取培训费。\n"
    "（四）每年对外试烧不少于30场，培训学徒不少于12人，学员满意度不低于83%。\n"
    "（五）各市推荐平台不超过3家，牵头企业不少于1家。评审时企业实力满分25分。\n"
    "贵州省商务厅\n2026年4月3日\n"
)
CARPETS = (
    "绍兴市文化局关于开展2026年织毯技师选聘和毯艺传习试点学校遴选工作的通知\n"
    "绍文函〔2026〕5号\n"
    "各区县文化局：\n"
    "一、织毯技师\n"
    "（一）织毯技师每学期授课不少于24学时。\n"
    "（二）织毯技师年龄不超过61周岁。\n"
    "二、毯艺传习试点学校\n"
    "（一）传习班每班不超过18人，学分互认不超过6个。\n"
    "（二）民办学校不享受市级补助。\n"
    "绍兴市文化局\n2026年4月9日\n"
)
SOUND = readings()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    made = over_notices(Path(tmp_path_factory.mktemp("english")), kilns=KILNS, carpets=CARPETS)
    reader = made.engine._reader
    reader._speller.places = Romanised(("贵州", "绍兴"), lambda c: SOUND.get(c, ())).spelt_out
    return made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Does Guizhou's 窑 count?", "Does 贵州的窑 count?"),
        ("Guizhou 省级窑", "贵州省级窑"),
        ("in Guizhou Province, please", "in 贵州省, please"),
        ("Qianzhou City", "黔州市"),
        ("Shaoxing's kilns", "Shaoxing's kilns"),  # has an English name of its own
        ("Shaoxing 织毯", "绍兴织毯"),
        ("outside Guizhou", "outside Guizhou"),
        ("mail to kiln@guizhou.example.cn or www.guizhou.cn", "mail to kiln@guizhou.example.cn or www.guizhou.cn"),
        ("What must a Taizhou kiln have?", "What must a Taizhou kiln have?"),  # 台州 or 泰州
    ],
)
def test_a_place_in_pinyin_is_the_place(text: str, made: str) -> None:
    assert Romanised(("黔州",), lambda c: SOUND.get(c, ())).spelt_out(text) == made


@pytest.mark.parametrize(
    "text",
    [
        "Must a Guizhou 陶瓷试烧平台 publish its prices?",
        "Must the 省级陶瓷试烧平台 in Guizhou publish its prices?",
        "省级陶瓷试烧平台的价格要公布吗？",
    ],
)
def test_the_level_and_the_place_of_the_issuer_only_say_which(built: Built, text: str) -> None:
    assert built.frame(text).named == ("kilns",)
    assert built.ask(text).verdict == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Must a Yunnan 陶瓷试烧平台 publish its prices?",
        "Must the 陶瓷试烧平台 of Yunnan publish its prices?",
        "云南的陶瓷试烧平台价格要公布吗？",
        "云南省级陶瓷试烧平台的价格要公布吗？",
        "国家级陶瓷试烧平台的价格要公布吗？",
        "区级陶瓷试烧平台的价格要公布吗？",
        "南京的织毯技师每学期授课多少学时？",
    ],
)
def test_that_of_another_place_or_level_is_not_held(built: Built, text: str) -> None:
    frame, answer = built.frame(text), built.ask(text)
    assert not frame.named
    assert frame.not_held or frame.foreign
    assert (answer.abstained, answer.citations) == (True, ())


def test_a_city_of_the_province_asks_about_the_province(built: Built) -> None:
    assert built.frame("遵义的陶瓷试烧平台价格要公布吗？").named == ("kilns",)


@pytest.mark.parametrize(
    "text", ["贵州有哪些好玩的古镇？", "What is a good restaurant in Guizhou?", "绍兴的轮渡几点开？"]
)
def test_a_place_alone_chooses_nothing(built: Built, text: str) -> None:
    assert built.frame(text).named == ()


@pytest.mark.parametrize(
    ("text", "named", "said"),
    [
        ("How many hours must a 织毯技师 teach per semester?", "carpets-1", "24学时"),
        ("What is the upper age limit of a 织毯技师?", "carpets-1", "61周岁"),
        ("How many people may a class of the 毯艺传习试点 have?", "carpets-2", "18人"),
    ],
)
def test_either_thing_that_a_notice_calls_for_is_named(built: Built, text: str, named: str, said: str) -> None:
    assert built.frame(text).named == (named,)
    assert said in built.ask(text).answer


def test_a_prohibition_is_told_to_an_english_question(built: Built) -> None:
    assert built.ask("Can a Guizhou 陶瓷试烧平台 charge apprentices a training fee?").verdict == "no"
    assert built.ask("Can a Guizhou 陶瓷试烧平台 charge apprentices a parking fee?").verdict != "yes"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What satisfaction rate must trainees of a Guizhou 陶瓷试烧平台 reach?", "83%"),
        ("How many companies may each city recommend for the 陶瓷试烧平台?", "3家"),
    ],
)
def test_a_figure_is_told_of_what_it_is_asked_of(built: Built, text: str, said: str) -> None:
    assert said in built.ask(text).answer


def test_an_owner_told_in_english_is_the_owner() -> None:
    kinds = taxonomy()
    (private,) = kinds.find("private schools")
    assert "民办学校" in kinds.names(private.unit)
    (plain,) = kinds.find("schools")
    assert "民办学校" not in kinds.names(plain.unit)


def test_who_gets_nothing_is_told_to_an_english_question(built: Built) -> None:
    assert built.ask("Are private schools entitled to the municipal subsidy under the 毯艺传习试点?").verdict == "no"
    assert built.ask("Are private hospitals entitled to the subsidy under the 毯艺传习试点?").verdict != "yes"


def test_what_a_notice_calls_for() -> None:
    assert things("织毯技师选聘和毯艺传习试点学校") == ("织毯技师", "毯艺传习试点学校", "毯艺传习试点")
    assert things("贵州省陶瓷试烧平台") == ()
    assert things("窑工和陶艺平台") == ()  # too short to be told from a word


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("how many working days does the check take", ("工作日", "duration")),
        ("how many dedicated staff are needed", ("名", "count")),
        ("what share must hold a degree", ("比例", "ratio")),
        ("how many hours must be taught", None),
        ("how many kilns may one have", None),
    ],
)
def test_what_is_counted_in_english(text: str, unit: tuple[str, str] | None) -> None:
    assert asked_unit(text) == unit


def test_english_words_are_found_in_every_form_and_never_replace_a_concept() -> None:
    words = lexicon()
    for text in ("relocate", "relocated", "relocating", "relocates"):
        assert words.english(text) == ("搬迁", "迁出", "地址")
        assert [m.kind for m in words.scan(text, lambda word: word == "搬迁")] == ["concept"]
        assert not words.scan(text)  # no document has a word for it
    (match,) = words.scan("deadline")
    assert match.concepts == ("deadline",)
    assert words.english("kiln") == ()


def test_the_table_of_english_is_clean() -> None:
    path = Path(__file__).resolve().parents[2] / "assistant" / "answering" / "data" / "english.toml"
    for words, doc in table(path).items():
        assert words == words.strip().lower()
        assert all(d.isalnum() or "%" in d for d in doc.split()), words


def test_a_romanised_name_needs_sounds() -> None:
    assert Romanised(("贵州",), lambda _: ()).spelt_out("Guizhou kilns") == "Guizhou kilns"
