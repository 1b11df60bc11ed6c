"""The first page: it answers, remembers the conversation, takes no files, and writes nobody's markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.answering.answer import Question
from assistant.service import Assistant
from assistant.web.application import create_app
from assistant.web.markdown import answer_markdown, plain


@pytest.fixture
def client(assistant: Assistant) -> Iterator[TestClient]:
    with TestClient(create_app(assistant), raise_server_exceptions=False) as client:
        yield client


def press(client: TestClient, event: int, data: list[Any], session: str) -> list[Any]:
    """Send what the browser sends for one event, and give the new values of its outputs."""
    body = json.dumps({"data": data, "fn_index": event, "session_hash": session})
    joined = client.post("/gradio_api/queue/join", content=body, headers={"content-type": "application/json"})
    assert joined.status_code == 200, joined.text
    stream = client.get(f"/gradio_api/queue/data?session_hash={session}").text
    for line in stream.splitlines():
        message = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {}
        if message.get("msg") == "process_completed":
            assert message["success"], message
            output: list[Any] = message["output"]["data"]
            return output
    raise AssertionError(stream)


def spoken(messages: list[dict[str, Any]]) -> list[str]:
    return [message["content"][0]["text"] for message in messages]


def test_the_page_is_served_in_both_languages(client: TestClient) -> None:
    chinese, english = client.get("/"), client.get("/en")
    assert "申报助手" in chinese.text
    assert "zh-CN" in chinese.text
    assert "Application assistant" in english.text
    for page in (chinese, english):
        loaded = re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(https?:[^"]+)"', page.text)
        assert [address for address in loaded if "testserver" not in address] == []


def test_it_answers_and_remembers_the_conversation(client: TestClient, engine: Any) -> None:
    _, shown, _ = press(client, 0, ["最多几家？", [], None, ""], "s1")
    assert "有条件" in spoken(shown)[1]
    assert "联合申报单位不超过 3 家" in spoken(shown)[1]
    assert "一、申报条件" in spoken(shown)[1]
    _, shown, _ = press(client, 1, ["那牵头呢？", shown, None, "lighthouse-plan"], "s1")
    assert len(shown) == 4
    question: Question = engine.asked[1][0]
    assert question.programme == "lighthouse-plan"
    assert [turn.content for turn in question.history] == ["最多几家？", "不超过 3 家（不含牵头单位）[1]"]


@pytest.mark.parametrize("text", ["", "\ud800", "长" * 2_001])
def test_what_cannot_be_asked_is_said_and_kept(client: TestClient, text: str) -> None:
    box, shown, _ = press(client, 0, [text, [], None, ""], f"bad{len(text)}")
    assert len(shown) == 2
    assert len(box) == len(text)


def test_starter_questions_and_clearing(client: TestClient) -> None:
    _, shown, _ = press(client, 2, ["联合申报单位最多几家？", [], None, ""], "s3")
    assert len(shown) == 2
    assert press(client, 7, [], "s3")[:2] == ["", []]


@pytest.mark.parametrize("body", [b"{", b"NaN", b'{"data": [NaN]}', b'{"data": "\\ud800"}', b"\xff"])
def test_the_pages_own_routes_fail_in_the_one_shape(client: TestClient, body: bytes) -> None:
    response = client.post("/gradio_api/queue/join", content=body, headers={"content-type": "application/json"})
    assert 400 <= response.status_code < 500
    assert set(response.json()) == {"error"}


def test_nothing_else_is_open(client: TestClient) -> None:
    assert client.get("/nope").json()["error"]["code"] == "not_found"
    assert client.post("/gradio_api/upload", files={"files": b"x"}).status_code == 403
    assert client.get("/gradio_api/info").json() == {"named_endpoints": {}, "unnamed_endpoints": {}}
    assert client.get("/gradio_api/file=/etc/passwd").status_code == 404
    assert (
        client.get("/", headers={"origin": "http://localhost:3000"}).headers.get("access-control-allow-origin") is None
    )


def test_nobodys_words_become_markup(engine: Any, guideline: Any) -> None:
    answer = engine.answer(Question("x"), date(2026, 1, 1))
    cited = replace(answer.citations[0], quote="<img src=x> [点](http://x) $a$ *b* _c_ #d `e` \u202e\x1b")
    text = answer_markdown(replace(answer, answer="<script>", citations=(cited,)), guideline.programmes)
    assert not re.search(r"(?<!\\)[<\[$*_#`](?!\*|【|\\)", text.replace("**", ""))
    assert "\x1b" not in plain("\x1b[2J")
