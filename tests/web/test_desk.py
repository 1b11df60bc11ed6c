"""The desk's pages: the forms with their limits and days, one form in its order, what stands without script, what the
scripts ask of the server; nothing that anybody wrote is in a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.answering.answer import ByProgramme, Citation, Question
from assistant.drafting.facts_read import sheet_of
from assistant.drafting.form import Forms
from assistant.indexing import read
from assistant.service import Assistant, Opened
from assistant.settings import Web
from assistant.web.application import create_app
from assistant.web.desk_blocks import blocks, fillable
from assistant.web.desk_known import common, known_of, shared_keys
from assistant.web.desk_routes import derived_fields
from assistant.web.desk_shapes import Entries, Prose, Rows, Years
from assistant.web.onward import desk_address
from assistant.web.rendering import STATIC
from assistant.words import words
from tests.drafting.test_corpus_forms import CORPUS, documents, form
from tests.drafting.test_corpus_forms import held as corpus_forms
from tests.web.tooling import TODAY, links, words_of

COMMUNITY = "community-recommendation"


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    nobody: Any = None
    cards = read(CORPUS).cards
    opened = Opened("d", tuple(documents().values()), (), nobody, nobody, nobody, cards, corpus_forms)
    return Assistant(opened, lambda opened: opened)


@pytest.fixture(scope="module")
def client(assistant: Assistant) -> Iterator[TestClient]:
    app = create_app(assistant, chat=False, today=lambda: TODAY, web=Web(rate="0"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def known(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="known">(.*?)</script>', page, re.S)
    assert found is not None
    held: dict[str, Any] = json.loads(found[1])
    return held


def test_the_list_has_every_form_with_who_limits_and_day(client: TestClient) -> None:
    page = client.get("/desk").text
    said = words_of(page)
    for held in corpus_forms().held:
        assert f'href="./desk/{held.id}"' in page
        assert held.names[0] in said
    assert "报送截止 2024-05-15，已过" in said
    assert "每年 1月1日 至 3月31日" in said
    assert "每年 12月15日 前" in said
    assert "推荐部门填写" in said
    assert any(word.endswith("10 个限字数") for word in said)


def test_forms_that_are_only_mentioned_say_so_and_cannot_be_opened(client: TestClient) -> None:
    page = client.get("/desk").text
    assert "文件只提到这些表，所收文本没有表样，不能在这里填写。" in words_of(page)
    for absent in corpus_forms().absent:
        assert absent.names[0] in words_of(page)
        assert f"desk/{absent.id}" not in page
        assert client.get(f"/desk/{absent.id}").status_code == 404
    assert "没有这份申报书。" in words_of(client.get("/desk/nothing-here").text)
    assert client.get("/desk/nothing-here/preview").status_code == 404


@pytest.mark.parametrize("name", [held.id for held in corpus_forms().held])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_place_of_a_form_stands_on_its_page_once_and_in_order(client: TestClient, name: str, prefix: str) -> None:
    response = client.get(f"{prefix}/desk/{name}")
    assert response.status_code == 200
    page = response.text
    held = form(name)
    wanted = [field for field in held.fields() if fillable(held, field)]
    places = [
        f'data-path="{field.path}"'
        if not field.repeat
        else f'data-path="{field.repeat}.__n__.{field.path[len(field.repeat) + 1 :]}"'
        for field in wanted
    ]
    assert [page.count(place) for place in places] == [1] * len(places)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for field in wanted:
        for quote in (*field.guidance, *([field.limit.quote] if field.limit else [])):
            assert " ".join(quote.text.split()) in unescape(page)
    told = known(page)
    assert [one["path"] for one in told["fields"]] == [field.path for field in wanted if not field.repeat]
    assert all(not link.startswith("/") for link in links(page))


def test_sections_are_prose_entries_years_and_rows() -> None:
    held = form(COMMUNITY)
    made = {part.id: blocks(held, part, frozenset(), "zh") for part in held.parts()}
    assert [type(block) for block in made["3"]] == [Prose]
    kinds = {type(block) for block in made["1"]}
    assert {Entries, Rows} <= kinds
    years = [block for block in made["2"] if isinstance(block, Years)]
    assert [block.heading for block in years][:2] == ["开发产教资源", "联合人才培养"]
    assert years[0].years == (2024, 2025, 2026)
    assert all(spot is not None for block in years for _, _, spots in block.rows for spot in spots)
    schools = next(block for block in made["1"] if isinstance(block, Rows))
    assert schools.more is not None
    assert "可自主添加行" in schools.more.text


def test_a_basis_leads_to_the_words_in_the_document(client: TestClient) -> None:
    page = client.get(f"/desk/{COMMUNITY}").text
    link = next(link for link in links(page) if "clause=" in link and link.endswith("#here"))
    sheet = client.get("/" + link.removeprefix("../").partition("#")[0]).text
    assert '<mark id="here"' in sheet


def test_words_of_a_clause_are_found_by_quoting_them(client: TestClient) -> None:
    quote = form(COMMUNITY).sections[0].title
    assert quote is not None
    params = {"clause": quote.clause.id, "quote": quote.text, "part": "1"}
    page = client.get(f"/library/{quote.clause.document}", params=params).text
    assert re.search(rf'<mark id="here"[^>]*>{re.escape(quote.text)}</mark>', page)
    assert (
        '<mark id="here"'
        not in client.get(f"/library/{quote.clause.document}", params={**params, "quote": "没有"}).text
    )


def test_shared_values_are_those_that_several_places_ask_for() -> None:
    held = corpus_forms()
    keys = shared_keys(held)
    assert "platform.name" in keys
    told = {one.key: one for one in common(held)}
    assert told["platform.name"].kind == "text"
    assert len(told["platform.name"].forms) >= 3
    assert all(key in keys for key in told)


def test_the_fact_sheet_asks_for_shared_values(client: TestClient) -> None:
    page = client.get("/desk/facts").text
    assert 'data-shared="platform.name"' in page
    assert "单位" in words_of(page)


def test_what_scripts_know_has_sums_and_limits() -> None:
    told = known_of(form("centre-recommendation"), corpus_forms())
    assert {one["path"]: one["limit"] for one in told["fields"]}["4.3"] == 1500
    assert any(total["path"] == "2.results" for total in told["totals"])


def test_what_a_fact_sheet_tells_a_form(client: TestClient) -> None:
    facts = {
        "units": [
            {"name": "某公司", "role": "牵头", "kind": "行业龙头企业"},
            {"name": "某学院", "role": "参与", "kind": "高职院校"},
        ],
        "forms": {COMMUNITY: {"2.ordered.2024": 3}},
    }
    made = client.post(f"/desk/{COMMUNITY}/derived", json={"facts": facts}).json()
    assert made == derived_fields(form(COMMUNITY), sheet_of(facts))
    assert made["values"]["1.company"] == "某公司"
    assert made["values"]["2.ordered.2024"] == "3"
    assert [row["name"] for row in made["rows"]["1.schools"]] == ["某学院"]


@pytest.mark.parametrize("body", [b"[]", b"{", b'{"facts": 7}', b'{"facts": {"units": [{"name": 7}]}}'])
def test_what_is_no_fact_sheet_is_one_sentence(client: TestClient, body: bytes) -> None:
    response = client.post(f"/desk/{COMMUNITY}/derived", content=body)
    assert response.status_code == 400
    assert response.json()["error"]["message"].endswith("。")


def test_a_file_that_is_no_word_file_is_one_sentence(client: TestClient) -> None:
    for data in (b"", b"%PDF-1.7", b"PK\x03\x04 no zip"):
        response = client.post("/desk/read", content=data)
        assert response.status_code == 400
        assert response.json()["error"]["message"]


def test_an_exported_form_is_read_back_as_facts(client: TestClient) -> None:
    facts = {"forms": {COMMUNITY: {"3": "坚持产教融合。", "2.ordered.2024": "12.50"}}}
    word = client.post(f"/api/forms/{COMMUNITY}/export", json={"facts": facts}).content
    made = client.post("/desk/read", content=word).json()
    assert made["form"] == COMMUNITY
    assert made["facts"]["forms"][COMMUNITY]["3"] == "坚持产教融合。"
    assert made["facts"]["forms"][COMMUNITY]["2.ordered.2024"] == "12.50"


def test_an_answer_leads_to_the_field_its_clause_is_of(engine: Any) -> None:
    held = form(COMMUNITY)
    limit = next(field.limit for field in held.fields() if field.path == "3")
    assert limit is not None
    quote = limit.quote
    cited = Citation(1, "x", quote.clause.document, "", quote.clause.id, "", None, quote.text, "", 0, 1)
    answer = replace(engine.answer(Question("最多几家？"), TODAY), citations=(cited,))
    assert desk_address(answer, corpus_forms().held) == f"desk/{COMMUNITY}#f.3"
    other = replace(answer, citations=(), by_programme=(ByProgramme("hangzhou-centre/school", None, "", ()),))
    assert desk_address(other, corpus_forms().held) == "desk/centre-recommendation"
    assert desk_address(replace(other, by_programme=()), corpus_forms().held) == ""


def test_both_languages_say_the_same_things() -> None:
    keys = {
        language: {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in words(language).items()}
        for language in ("zh", "en")
    }
    ours = [key for key in keys["zh"] if key.startswith(("desk.", "sheet."))]
    assert ours
    assert {key: keys["zh"][key] for key in ours} == {key: keys["en"][key] for key in ours}


def test_scripts_use_no_words_that_are_not_told() -> None:
    known_words = {key.partition(".")[2] for key in words("zh") if key.startswith("desk.")}
    for path in (STATIC / "desk").glob("*.js"):
        used = set(re.findall(r"\bsay\.(\w+)", path.read_text("utf-8")))
        assert used <= known_words, (path.name, used - known_words)


def test_a_corpus_without_forms_has_an_empty_desk() -> None:
    assert shared_keys(Forms((), ())) == frozenset()
    assert common(Forms((), ())) == ()
