"""Counts and drafts over HTTP: the fields of the command line, one error shape, and nothing is kept."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.draft_told import draft_fields, drafted_fields
from assistant.drafting.facts_read import sheet_of
from assistant.service import Assistant
from assistant.settings import Web
from assistant.web import draft_examples
from assistant.web.application import create_app

FACTS: dict[str, Any] = {"plans": [{"about": "巡检", "text": "每周巡检2次。"}], "people": [{"name": "王小塔"}]}


@pytest.fixture
def client(held: Assistant) -> Iterator[TestClient]:
    with TestClient(create_app(held, chat=False, web=Web(rate="0")), raise_server_exceptions=False) as client:
        yield client


def test_a_text_is_counted(client: TestClient) -> None:
    asked = draft_examples.COUNT_ASKED["text"]["value"]
    assert client.post("/api/count", json=asked).json() == draft_examples.COUNT
    assert client.post("/api/count", content=b'{"text": "\\ud800"}').json()["count"] == 1


def test_drafts_are_those_of_the_command_line(client: TestClient, held: Assistant) -> None:
    sheet = sheet_of(FACTS)
    for language in ("zh", "en"):
        whole = client.post("/api/draft", params={"lang": language}, json={"form": "lighthouse", "facts": FACTS})
        assert whole.status_code == 200
        assert whole.json() == drafted_fields(held.draft("lighthouse", sheet), language)
        one = client.post(
            "/api/draft", params={"lang": language}, json={"form": "灯塔表", "field": "2", "facts": FACTS}
        )
        draft, flags = held.draft_field("lighthouse", "2", sheet)
        assert one.json() == draft_fields(draft, language, flags)


def test_figures_are_exact(client: TestClient) -> None:
    asked = '{"form": "lighthouse", "facts": {"figures": [{"name": "巡检里程", "unit": "公里", "value": 0.10, "about": "巡检"}]}}'
    assert "0.10公里" in client.post("/api/draft", content=asked.encode()).json()["text"]


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("/api/count", b"[]", 400, "bad_input"),
        ("/api/count", b'{"text": 3}', 400, "bad_input"),
        ("/api/count", b'{"text": "a", "b": 1}', 400, "bad_input"),
        ("/api/draft", b"", 400, "bad_input"),
        ("/api/draft", b'{"form": "lighthouse"}', 400, "bad_input"),
        ("/api/draft", b'{"form": "lighthouse", "facts": {"x": 1}}', 400, "bad_input"),
        ("/api/draft", b'{"form": "nope", "facts": {}}', 404, "unknown_id"),
        ("/api/draft", b'{"form": "lighthouse", "field": "nope", "facts": {}}', 404, "unknown_id"),
        ("/api/draft", b'{"form": "lighthouse", "field": 3, "facts": {}}', 400, "bad_input"),
        ("/api/draft", b'{"form": "lighthouse-list", "facts": {}}', 400, "bad_input"),
        ("/api/draft", b'{"form": "lighthouse", "facts": {"plans": ["\\ud800"]}}', 400, "bad_input"),
        ("/api/draft", b" " * 300_000, 413, "too_large"),
    ],
)
def test_errors_have_one_shape(client: TestClient, path: str, body: bytes, status: int, code: str) -> None:
    response = client.post(path, content=body)
    assert response.status_code == status
    assert response.json()["error"]["code"] == code
    assert list(response.json()["error"]) == ["code", "message"]


def test_nothing_of_a_draft_is_kept_or_logged(
    client: TestClient, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    secret = "灯塔绝不外传的事实"
    with caplog.at_level(logging.DEBUG):
        made = client.post(
            "/api/draft", json={"form": "lighthouse", "facts": {"plans": [{"about": "巡检", "text": secret}]}}
        )
        client.post("/api/draft", json={"form": "lighthouse", "facts": {"plans": secret}})
        client.post("/api/count", json={"text": secret})
    assert secret in made.json()["text"]
    assert secret not in caplog.text
    shown = capfd.readouterr()
    assert secret not in shown.out + shown.err
    assert list(tmp_path.iterdir()) == []
    metrics = client.get("/metrics")
    assert secret not in metrics.text


def test_the_examples_are_what_the_corpus_gives() -> None:
    from assistant.service import Opened
    from tests.drafting.test_checking import law
    from tests.drafting.test_corpus_forms import held as corpus_forms

    under = law()
    nobody: Any = None
    opened = Opened("d", tuple(under.guidelines), (), nobody, nobody, nobody, tuple(under.cards), corpus_forms)
    asked = draft_examples.DRAFT_ASKED["field"]["value"]
    draft, flags = Assistant(opened, lambda held: held).draft_field(
        asked["form"], asked["field"], sheet_of(asked["facts"])
    )
    assert json.loads(json.dumps(draft_fields(draft, "zh", flags))) == draft_examples.DRAFT
