"""/eligibility: the form, results by verdict, questions as links, errors that keep what was typed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

from tests.web.tooling import beacon, browsing, carded, harbour, links, notice, words_of

EVIL = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
COLLEGE = {"unit.kind": "undergraduate", "unit.ownership": "public", "region": "杭州", "go": "1"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    with browsing(carded(harbour(), beacon())) as client:
        yield client


def groups(page: str) -> dict[str, list[str]]:
    """The names in the summary, by the word of the verdict."""
    found = re.search(r'<ul class="groups">(.*?)</ul>', page, re.S)
    assert found is not None
    parts = [words_of(part) for part in found[1].split("<li>")[1:]]
    return {part[1]: [word for word in part[2:] if word not in ("、", "（已截止）")] for part in parts}


def fill(page: str, name: str) -> str:
    """What stands in a field of the form."""
    found = re.search(rf'<input name="{re.escape(name)}" value="([^"]*)"', page)
    if found is not None:
        return html.unescape(found[1])
    options = re.search(rf'<select name="{re.escape(name)}">(.*?)</select>', page, re.S)
    assert options is not None, name
    chosen = re.search(r'value="([^"]*)" selected', options[1])
    return html.unescape(chosen[1]) if chosen else ""


def test_first_there_is_the_form_alone(client: TestClient) -> None:
    page = client.get("/eligibility").text
    assert '<details class="fold" id="form" open>' in page
    assert 'id="result"' not in page
    assert {"单位性质", "公办或民办", "隶属", "所在地", "参加身份", "联合申报单位", "核对"} <= set(words_of(page))
    assert '<a href="./eligibility" aria-current="page">资格自检</a>' in page


def test_results_stand_by_verdict_with_reason_clause_and_deadline(client: TestClient) -> None:
    page = client.get("/eligibility", params=COLLEGE).text
    said = words_of(page)
    assert groups(page) == {"不符合": ["航标计划"], "还需了解": ["港湾计划"]}
    assert "（已截止）" in said
    assert "报送截止 2026-03-01，已过" in said
    assert "须为企业，公办本科院校不在其内。" in said
    assert "本项目由企业牵头申报" in said
    assert "按这些情况核对：公办本科院校 · 所在地：杭州" in said
    assert '<details class="fold" id="form">' in page
    assert fill(page, "unit.kind") == "undergraduate"
    assert fill(page, "region") == "杭州"


def test_a_question_is_a_link_that_keeps_the_rest_and_is_not_asked_again(client: TestClient) -> None:
    page = client.get("/eligibility", params=COLLEGE).text
    assert "联合申报单位有几家（不含牵头单位）？" in words_of(page)
    few, many = (
        next(link for link in links(page) if ("partners.0.count", str(count)) in parse_qsl(urlsplit(link).query))
        for count in (3, 4)
    )
    assert few.endswith("#result")
    kept = dict(parse_qsl(urlsplit(few).query))
    assert kept == {**{k: v for k, v in COLLEGE.items() if k != "go"}, "partners.0.count": "3"}
    settled = client.get("/" + few.removeprefix("./")).text
    assert groups(settled) == {"符合": ["港湾计划"], "不符合": ["航标计划"]}
    assert "没有还能改变结果的问题。" in words_of(settled)
    (verdict, names), *more = groups(client.get("/" + many.removeprefix("./")).text).items()
    assert (verdict, sorted(names), more) == ("不符合", ["港湾计划", "航标计划"], [])


def test_what_is_told_in_words_is_read_into_the_form(client: TestClient) -> None:
    page = client.get("/eligibility", params={"unit": "民办高职", "partners.0.unit": "省级专精特新企业"}).text
    assert fill(page, "unit.kind") == "higher_vocational"
    assert fill(page, "unit.ownership") == "private"
    assert fill(page, "partners.0.unit.designation") == "srdi/province"


def test_an_answer_to_a_clause_can_be_taken_back() -> None:
    with browsing(carded(notice("灯台", "本项目由办学条件良好的本科院校牵头申报。"))) as client:
        page = client.get("/eligibility", params=COLLEGE).text
        asked = re.search(r'<input type="radio" name="(answers\.[^"]*)" value="met">', page)
        assert asked is not None
        hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
        assert ("region", "杭州") in hidden
        settled = client.get("/eligibility", params=[*hidden, (html.unescape(asked[1]), "met")]).text
        assert "撤回" in words_of(settled)
        assert '<input type="hidden" name="answers.' in settled
        back = [link for link in links(settled) if link.startswith("./eligibility?") and "answers" not in link]
        assert back


def test_only_the_programmes_named_are_checked(client: TestClient) -> None:
    page = client.get("/eligibility", params={**COLLEGE, "programme": "航标"}).text
    assert groups(page) == {"不符合": ["航标计划"]}
    assert 'value="航标" checked' in page
    assert '<details class="checked" open>' in page
    assert 'id="result"' not in client.get("/eligibility", params={"programme": "航标"}).text


@pytest.mark.parametrize(
    ("params", "status", "sentence"),
    [
        ({"region": "火星"}, 400, "所在地“火星”不是能识别的地名，请写明省和市，如"),
        ({"unit": "公办民办高职"}, 400, "单位性质前后矛盾："),
        ({"unit.level": "city"}, 400, "请先选单位性质，再选公办或民办、隶属和级别。"),
        (
            {"partners": "none", "partners.0.count": "2"},
            400,
            "勾选了“没有联合申报单位”，又填写了联合申报单位，请改一处。",
        ),
        ({"partners.0.count": "1", "partners.4.region": "火星"}, 400, "第 2 项联合申报单位的所在地“火星”不是"),
        ({f"partners.{n}.count": "1" for n in range(21)}, 400, "联合申报单位最多 20 项。"),
        ({"region": "杭" * 201}, 400, "所在地超过 200 个字符。"),
        ({"programme": "没有的"}, 404, "没有这个项目，请从下面重新选择。"),
    ],
)
def test_what_cannot_be_checked_is_said_beside_the_form_and_kept(
    client: TestClient, params: dict[str, str], status: int, sentence: str
) -> None:
    page = client.get("/eligibility", params={"age": "3年", **params})
    assert page.status_code == status
    assert any(word.startswith(sentence) for word in words_of(page.text)), sentence
    assert '<details class="fold" id="form" open>' in page.text
    assert fill(page.text, "age") == "3年"
    if "region" in params:
        assert fill(page.text, "region") == params["region"]


def test_a_row_can_be_added_without_a_script(client: TestClient) -> None:
    page = client.get("/eligibility", params={"rows": "3", "partners.0.count": "2"}).text
    assert page.count('class="row-of fields"') == 3
    assert '<details class="fold" id="form" open>' in page
    assert fill(page, "partners.0.count") == "2"
    assert client.get("/eligibility", params={"rows": "999999"}).text.count('class="row-of fields"') == 1
    assert client.get("/eligibility", params={"rows": "99"}).text.count('class="row-of fields"') == 20


def test_no_address_makes_the_form_endless(client: TestClient) -> None:
    page = client.get("/eligibility", params={f"partners.{n}.count": "1" for n in range(600)})
    assert page.status_code == 400
    assert page.text.count('class="row-of fields"') == 21


def test_it_can_be_had_as_a_file(client: TestClient) -> None:
    page = client.get("/en/eligibility", params=COLLEGE).text
    for ending in ("docx", "xlsx"):
        link = next(link for link in links(page) if f"format={ending}" in link)
        assert client.get("/en/" + link.removeprefix("./")).content.startswith(b"PK")


def test_unreviewed_conditions_are_marked_and_never_met() -> None:
    with browsing(carded(harbour(), checked=False)) as client:
        page = client.get("/eligibility", params={**COLLEGE, "partners.0.count": "3"}).text
        assert groups(page) == {"还需了解": ["港湾计划"]}
        assert "未复核" in words_of(page)


@pytest.mark.parametrize(
    "name", ["region", "unit", "unit.kind", "partners.0.unit.kind", "answers.x", "rows", "programme"]
)
def test_nobodys_words_become_markup(client: TestClient, name: str) -> None:
    for params in ({name: EVIL}, {**COLLEGE, name: EVIL}):
        page = client.get("/eligibility", params=params).text
        assert "<img" not in page
        assert "<script>alert" not in page


def test_addresses_are_relative(client: TestClient) -> None:
    for path in ("/eligibility", "/en/eligibility"):
        found = links(client.get(path, params=COLLEGE).text)
        assert [link for link in found if link.startswith(("/", "http"))] == []
