"""Comparison and checklist over HTTP: the same fields as the command line, files with their names, one error shape."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import docx
import icalendar
import openpyxl
import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from assistant.checklist_told import checklist_fields
from assistant.comparison_told import comparison_fields
from assistant.indexing import read
from assistant.service import Assistant, Opened
from assistant.settings import Web
from assistant.web.application import create_app
from tests.cli.test_tools import ALPHA, BETA, CARD, CATALOGUE

TODAY = date(2026, 1, 15)
NAMES = {"alpha": "灯塔计划", "beta": "星火基地"}
BOTH = {"programme": ["alpha", "beta"]}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("tools")
    for name, text in (("sources/alpha.txt", ALPHA), ("sources/beta.txt", BETA), ("programmes/alpha.toml", CARD)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "catalogue.toml").write_text(CATALOGUE, "utf-8")
    texts = read(folder)
    nobody: Any = None
    return Assistant(Opened("d1", texts.guidelines, (), nobody, nobody, nobody, texts.cards), lambda opened: opened)


@pytest.fixture
def client(held: Assistant) -> Iterator[TestClient]:
    app = create_app(held, today=lambda: TODAY, chat=False, web=Web(rate="0"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_a_comparison_has_the_fields_of_the_command_line(client: TestClient, held: Assistant) -> None:
    response = client.get("/api/compare", params={**BOTH, "facet": ["lead", "naming"]})
    assert response.status_code == 200
    found = held.compare(("alpha", "beta"), TODAY, ("lead", "naming"))
    assert response.json() == comparison_fields(found, NAMES, "zh")
    assert [row["agreement"] for row in response.json()["rows"]] == ["different", "unsure"]
    assert len(client.get("/api/compare", params=BOTH).json()["rows"]) == 31


def test_a_checklist_has_the_fields_of_the_command_line(client: TestClient, held: Assistant) -> None:
    response = client.get("/api/checklist", params={"programme": "alpha"})
    assert response.json() == checklist_fields(held.checklist("alpha", TODAY), NAMES, "zh")


@pytest.mark.parametrize("path", ["/api/compare", "/api/checklist"])
def test_what_is_sent_is_what_is_described(client: TestClient, path: str) -> None:
    document = client.get("/openapi.json").json()
    content = document["paths"][path]["get"]["responses"]["200"]["content"]
    schema = {**content["application/json"]["schema"], "components": document["components"]}
    for name in ("alpha", "beta"):
        body = client.get(path, params={"programme": [name, "beta" if name == "alpha" else "alpha"]}).json()
        Draft202012Validator(schema).validate(body)
    assert set(content) >= {"application/json", DOCX, XLSX}


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(("ending", "media"), [("docx", DOCX), ("xlsx", XLSX)])
def test_a_comparison_as_a_file_has_a_name_and_every_quote(client: TestClient, ending: str, media: str) -> None:
    response = client.get("/api/compare", params={**BOTH, "format": ending})
    assert (response.status_code, response.headers["content-type"]) == (200, media)
    assert response.headers["content-disposition"] == (
        f"attachment; filename=\"comparison.{ending}\"; filename*=UTF-8''{quote('灯塔计划-星火基地')}.{ending}"
    )
    assert response.headers["cache-control"] == "no-store"
    quotes = [cited["quote"] for cited in client.get("/api/compare", params=BOTH).json()["citations"]]
    if ending == "docx":
        told = [p.text for p in docx.Document(BytesIO(response.content)).paragraphs if p.style.name == "Report Source"]
        assert sorted(told) == sorted(f"“{q}”" for q in quotes)
    else:
        sheet = openpyxl.load_workbook(BytesIO(response.content))["条款出处"]
        assert sorted(row[4].value for row in sheet.iter_rows(min_row=2)) == sorted(quotes)
    assert client.get("/api/compare", params={**BOTH, "format": ending}).content == response.content


def test_the_dates_of_a_checklist_as_a_calendar(client: TestClient) -> None:
    response = client.get("/api/checklist", params={"programme": "alpha", "format": "ics"})
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    events = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [date(2026, 3, 31), date(2026, 6, 30)]


@pytest.mark.parametrize(
    ("headers", "lang", "label"),
    [
        ({}, {}, "牵头（申报）单位"),
        ({"accept-language": "en-GB"}, {}, "Lead (applicant) unit"),
        ({"accept-language": "en"}, {"lang": "zh"}, "牵头（申报）单位"),
        ({}, {"lang": "en"}, "Lead (applicant) unit"),
    ],
)
def test_labels_are_in_the_language_wished_for(
    client: TestClient, headers: dict[str, str], lang: dict[str, str], label: str
) -> None:
    response = client.get("/api/compare", params={**BOTH, "facet": "lead", **lang}, headers=headers)
    assert response.json()["rows"][0]["label"] == label


@pytest.mark.parametrize(
    ("path", "params", "status", "code", "message"),
    [
        ("compare", {"programme": "alpha"}, 400, "bad_input", "请给出 2 到 12 个不同的项目来对比，现在是 1 个。"),
        ("compare", {"programme": [f"p{n}" for n in range(13)]}, 400, "bad_input", "现在是 13 个。"),
        ("compare", {"programme": ["alpha"] * 51}, 422, "bad_parameter", "参数“programme”有误。"),
        ("compare", {"programme": ["alpha", "nope"]}, 404, "unknown_id", "没有编号为“nope”的项目；现有：alpha、beta。"),
        ("compare", {**BOTH, "facet": "colour"}, 400, "bad_input", "没有“colour”这一项"),
        ("compare", {**BOTH, "format": "ics"}, 422, "bad_parameter", "参数“format”有误。"),
        ("compare", {**BOTH, "lang": "fr"}, 422, "bad_parameter", "参数“lang”有误。"),
        ("checklist", {}, 422, "bad_parameter", "参数“programme”有误。"),
        ("checklist", {"programme": "\x00<script>"}, 404, "unknown_id", "没有编号为“\x00<script>”的项目"),
        ("checklist", {"programme": "x" * 20_000}, 404, "unknown_id", "没有编号为“" + "x" * 60 + "”的项目"),
        (
            "checklist",
            {"programme": "beta", "format": "ics"},
            400,
            "bad_input",
            "没有可写入日历的日期。报送截止 2025-12-01 已过，未写入日历。",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    client: TestClient, path: str, params: dict[str, Any], status: int, code: str, message: str
) -> None:
    response = client.get(f"/api/{path}", params=params)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert message in response.json()["error"]["message"]


def test_both_cost_something(held: Assistant) -> None:
    app = create_app(held, chat=False, web=Web(rate="1/minute"))
    client = TestClient(app, client=("198.51.100.7", 5000))
    assert [client.get("/api/compare", params=BOTH).status_code for _ in range(2)] == [200, 429]
