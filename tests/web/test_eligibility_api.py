"""POST /api/eligibility: what it takes, what it gives, what it refuses, and that it keeps nothing."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from assistant.guideline.document import Guideline
from assistant.programmes.cards import reviewed
from assistant.programmes.extract import extract
from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app
from tests.conftest import ScriptedEngine, over

TODAY = date(2026, 11, 20)


def carded(guideline: Guideline) -> Assistant:
    """The invented notice with the card that is extracted from it, as if a reviewer had found nothing to change."""
    cards = reviewed((guideline,), extract((guideline,)), ()).cards
    made = over(ScriptedEngine(guideline))
    checked = tuple(replace(card, checked_by="maintainers", checked_on=TODAY) for card in cards)
    made._opened = replace(made._opened, cards=checked)
    return made


@pytest.fixture
def client(guideline: Guideline) -> Iterator[TestClient]:
    app = create_app(carded(guideline), chat=False, today=lambda: TODAY, web=Web(rate="0"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def ask(client: TestClient, body: Any, **headers: str) -> Any:
    return client.post("/api/eligibility", json=body, headers=headers)


@pytest.mark.parametrize(
    ("profile", "overall"),
    [
        ({"unit": "公办本科院校", "partners": [{"count": 3}]}, "met"),
        ({"unit": "公办本科院校", "partners": [{"count": 4}]}, "unmet"),
        ({"unit": "高职院校", "partners": []}, "unmet"),
        ({"unit": "公办本科院校"}, "unknown"),
        ({}, "unknown"),
        (None, "unknown"),
    ],
)
def test_results(client: TestClient, profile: Any, overall: str) -> None:
    response = ask(client, {"profile": profile, "anything": "else"})
    assert response.status_code == 200
    assert [result["overall"] for result in response.json()["results"]] == [overall]


def test_the_body_is_as_described_and_cites_every_clause(client: TestClient) -> None:
    told = ask(client, {"profile": {"unit": "公办本科院校", "partners": ["企业", {"count": 3}]}}).json()
    document = client.get("/openapi.json").json()
    schema = {"$ref": "#/components/schemas/EligibilityBody", "components": document["components"]}
    Draft202012Validator(schema).validate(told)
    quotes = {cited["n"]: cited["quote"] for cited in told["citations"]}
    (result,) = told["results"]
    assert [(c["ruling"], [quotes[n] for n in c["citations"]]) for c in result["criteria"]] == [
        ("met", ["申报单位为本科院校"]),
        ("unmet", ["联合申报单位不超过 3 家"]),
    ]
    assert result["criteria"][1]["cure"] == {"key": "reduce", "text": "减少1家联合申报单位"}


def test_an_option_put_at_its_path_settles_the_question(client: TestClient) -> None:
    profile: dict[str, Any] = {"unit": "公办本科院校"}
    (question,) = ask(client, {"profile": profile}).json()["questions"]
    assert (question["path"], question["what"]) == (["partners"], "number")
    overall = {
        option["label"]: ask(client, {"profile": {**profile, "partners": option["value"]}}).json()["results"][0][
            "overall"
        ]
        for option in question["options"]
    }
    assert overall == {"0家": "met", "1家": "met", "2家": "met", "3家": "met", "4家": "unmet"}


def test_english(client: TestClient) -> None:
    told = ask(client, {"profile": {"unit": "company"}}, **{"accept-language": "en"}).json()
    assert told["results"][0]["criteria"][0]["reason"]["text"] == "must be undergraduate college, and company is not"
    assert told["results"][0]["summary"] == "A condition is not met."


@pytest.mark.parametrize(
    ("body", "status", "code", "message"),
    [
        ([], 400, "bad_input", "请求须是一个 JSON 对象。"),
        ({"profile": []}, 400, "bad_input", "申报单位情况须是一个 JSON 对象。"),
        ({"programmes": "灯塔"}, 400, "bad_input", "programmes 须是项目编号的数组。"),
        ({"programmes": ["lighthouse-plan"] * 13}, 400, "bad_input", "最多选 12 个项目。"),
        ({"programmes": ["nope"]}, 404, "unknown_id", "没有编号为“nope”的项目；现有：lighthouse-plan。"),
        ({"profile": {"unit": "高校，企业"}}, 400, "bad_input", "unit 前后矛盾：“高校”和“企业”不能同时成立。"),
        ({"profile": {"partners": [{}] * 21}}, 400, "bad_input", "partners 最多 20 项。"),
    ],
)
def test_refusals(client: TestClient, body: Any, status: int, code: str, message: str) -> None:
    response = ask(client, body)
    assert (response.status_code, response.json()) == (status, {"error": {"code": code, "message": message}})


def test_no_profile_is_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        ask(client, {"profile": {"unit": "某某秘密大学"}})
        ask(client, {"profile": {"unit": "某某秘密"}})
    assert "秘密" not in caplog.text


def test_it_is_paced_like_a_question(guideline: Guideline) -> None:
    app = create_app(carded(guideline), chat=False, web=Web(rate="1/hour"))
    with TestClient(app) as client:
        assert ask(client, {}).status_code == 200
        assert ask(client, {}).status_code == 429


def test_the_same_bytes_for_the_same_profile(client: TestClient) -> None:
    body = {"profile": {"unit": "高校", "partners": ["企业", "产业园区"]}}
    assert ask(client, body).content == ask(client, json.loads(json.dumps(body))).content


@pytest.mark.parametrize("paper", ["docx", "xlsx"])
def test_a_file_to_keep(client: TestClient, paper: str) -> None:
    response = client.post(f"/api/eligibility?format={paper}", json={"profile": {"unit": "高校"}})
    assert response.status_code == 200
    assert response.content.startswith(b"PK")
    assert f".{paper}" in response.headers["content-disposition"]
