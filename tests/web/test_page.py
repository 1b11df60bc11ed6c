"""The chat page: it is dressed, keyed, answers through Gradio, and keeps nothing on the server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.web.application import create_app
from tests.conftest import ScriptedEngine, invented, over


@pytest.fixture(scope="module")
def scripted() -> ScriptedEngine:
    return ScriptedEngine(invented())


@pytest.fixture
def engine(scripted: ScriptedEngine) -> ScriptedEngine:
    scripted.asked.clear()
    return scripted


@pytest.fixture(scope="module")
def client(scripted: ScriptedEngine) -> Iterator[TestClient]:
    with TestClient(create_app(over(scripted)), raise_server_exceptions=False) as client:
        yield client


def turn(client: TestClient, *data: Any, language: str = "") -> dict[str, Any]:
    answered = client.post(f"{language}/gradio_api/run/turn", json={"data": list(data)})
    assert answered.status_code == 200, answered.text
    made: dict[str, Any] = answered.json()["data"][0]
    return made


@pytest.mark.parametrize(
    ("path", "tag", "title"), [("/", "zh-CN", "申报助手"), ("/en/", "en", "Application assistant")]
)
def test_the_page_is_served_in_both_languages_and_loads_nothing_from_elsewhere(
    client: TestClient, path: str, tag: str, title: str
) -> None:
    page = client.get(path).text
    assert f'<html lang="{tag}"' in page
    assert title in page
    loaded = re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(https?:[^"]+)"', page)
    assert loaded == []


def test_every_script_carries_the_key_of_the_policy(client: TestClient) -> None:
    first, second = client.get("/"), client.get("/")
    for page in (first, second):
        policy = page.headers["content-security-policy"]
        key = re.search(r"script-src 'self' 'nonce-([\w-]+)'", policy)
        assert key is not None
        assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
        assert set(re.findall(r"<script([^>]*)>", page.text)) != set()
        assert all(f'nonce="{key[1]}"' in found for found in re.findall(r"<script([^>]*)>", page.text))
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["content-security-policy"] != second.headers["content-security-policy"]


def test_a_turn_is_a_fragment_with_the_answers_text(client: TestClient, engine: Any) -> None:
    history = [{"role": "user", "content": "前一问"}, {"role": "assistant", "content": "前一答"}]
    said = turn(client, "最多几家？", "lighthouse-plan", history)
    assert said["answer"] == "不超过 3 家（不含牵头单位）[1]"
    assert '<article class="told"' in said["html"]
    assert "联合申报单位不超过 3 家" in said["html"]
    assert 'class="chip conditional"' in said["html"]
    question = engine.asked[0][0]
    assert [content.content for content in question.history] == ["前一问", "前一答"]
    assert question.programme == "lighthouse-plan"


@pytest.mark.parametrize("text", ["", "\ud800", "长" * 2_001])
@pytest.mark.parametrize("language", ["", "/en"])
def test_what_cannot_be_asked_is_said_and_asking_again_is_vain(client: TestClient, text: str, language: str) -> None:
    body = '{"data": [' + '"' + text.encode("ascii", "backslashreplace").decode() + '", "", []]}'
    answered = client.post(
        f"{language}/gradio_api/run/turn", content=body, headers={"content-type": "application/json"}
    )
    said = answered.json().get("data", [answered.json()])[0]
    assert answered.status_code in (200, 400, 422)
    assert "html" not in said


@pytest.mark.parametrize(
    "data", [[], [1, 2, 3], ["几家", "nope", []], ["几家", "", "x"], ["几家", "", [{"role": "x"}]]]
)
def test_a_turn_of_another_shape_brings_a_sentence(client: TestClient, data: list[Any]) -> None:
    answered = client.post("/gradio_api/run/turn", json={"data": data})
    assert answered.status_code < 500, answered.text
    assert "html" not in str(answered.json())


def test_a_crash_brings_a_sentence_and_no_trace(client: TestClient) -> None:
    answered = client.post("/gradio_api/run/turn", json={"data": ["崩溃", "", []]})
    assert "ZeroDivision" not in answered.text
    assert "Traceback" not in answered.text


@pytest.mark.parametrize("body", [b"{", b"NaN", b'{"data": [NaN]}', b'{"data": "\\ud800"}', b"\xff"])
@pytest.mark.parametrize("path", ["/gradio_api/run/turn", "/en/gradio_api/run/turn"])
def test_the_pages_own_routes_fail_in_the_one_shape(client: TestClient, body: bytes, path: str) -> None:
    response = client.post(path, content=body, headers={"content-type": "application/json"})
    assert 400 <= response.status_code < 500
    assert set(response.json()) == {"error"}


def test_the_page_holds_starters_and_gives_those_of_a_programme(client: TestClient) -> None:
    assert re.search(r'id="starting">\{"": \["[^\]]+"\]\}', client.get("/").text)
    assert (
        client.get("/starters", params={"p": "lighthouse-plan"}).json()["questions"][0]
        == "最多可以有几家联合申报单位？"
    )
    assert (
        client.get("/en/starters", params={"p": "lighthouse-plan"})
        .json()["questions"][0]
        .startswith("What is the maximum")
    )
    assert client.get("/starters", params={"p": "nope"}).status_code == 404


def test_nothing_else_is_open(client: TestClient) -> None:
    assert client.get("/nope").json()["error"]["code"] == "not_found"
    assert client.post("/gradio_api/upload", files={"files": b"x"}).status_code == 403
    for path in ("/gradio_api/info", "/gradio_api/queue/data?session_hash=x", "/gradio_api/call/turn"):
        assert client.get(path).status_code == 404
    assert client.post("/gradio_api/queue/join", json={}).status_code == 404
    assert client.get("/gradio_api/file=/etc/passwd").status_code == 404
    assert (
        client.get("/", headers={"origin": "http://localhost:3000"}).headers.get("access-control-allow-origin") is None
    )


def test_the_page_names_others_by_relative_addresses(client: TestClient) -> None:
    for path in ("/", "/en/"):
        mine = re.sub(r"<script.*?</script>", "", client.get(path).text, flags=re.S)
        found = re.findall(r'(?:href|src|action)="([^"]*)"', mine)
        assert found
        assert [address for address in found if address.startswith(("/", "http:", "https:"))] == [], path


def test_an_answer_is_in_one_language_whatever_the_pages_is(client: TestClient) -> None:
    said = turn(client, "最多几家？", "", [], language="/en")
    assert "复制（含出处）" in said["html"]
    assert "Copy with sources" not in said["html"]
