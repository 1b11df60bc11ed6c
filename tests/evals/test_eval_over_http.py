"""Any assistant over HTTP: what is asked of it, and that whatever goes wrong is a reason and never a wrong answer."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from evals import __main__ as command
from evals.asking import Heard
from evals.cases import Case, Turn
from evals.errors import EvalError
from evals.over_http import Manners, over_http

TODAY = date(2026, 11, 20)
GOOD = {"answer": "3年", "verdict": None, "abstained": False, "citations": [], "as_of": "2026-11-20"}


def ask(server: HTTPServer, *cases: Case, **manners: Any) -> list[Heard]:
    heard = over_http(server.url_for("/ask"), TODAY, Manners(**manners), pauses.append)(cases)
    return [heard[case.id] for case in cases]


pauses: list[float] = []


@pytest.fixture(autouse=True)
def no_pause() -> None:
    pauses.clear()


def test_the_question_goes_out_with_its_history(httpserver: HTTPServer, make_case: Callable[..., Case]) -> None:
    httpserver.expect_request("/ask", method="POST").respond_with_json(GOOD)
    (heard,) = ask(httpserver, make_case(history=(Turn("user", "你好"),)))
    assert heard.reply
    assert heard.reply.answer == "3年"
    sent = httpserver.log[0][0].get_json()
    assert sent["question"] == "企业要注册满几年？"
    assert sent["history"] == [{"role": "user", "content": "你好"}]
    assert not {"gold", "must_include", "verdict"} & sent.keys()


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (Response('{"error": {"code": "x", "message": "too long"}}', 400), "HTTP 400: too long"),
        (Response("gone", 500), "HTTP 500: gone"),
        (Response("[", 200), "The reply is not valid JSON."),
        (Response('{"answer": ""}', 200), "The reply has no answer text."),
        (Response("", 302, {"Location": "/elsewhere"}), "HTTP 302: "),
    ],
)
def test_what_is_no_answer_is_a_reason(
    httpserver: HTTPServer, make_case: Callable[..., Case], response: Response, reason: str
) -> None:
    httpserver.expect_request("/ask").respond_with_response(response)
    assert ask(httpserver, make_case()) == [Heard(None, reason)]


def test_a_slow_server_and_a_dead_one(httpserver: HTTPServer, make_case: Callable[..., Case]) -> None:
    def slow(request: Request) -> Response:
        time.sleep(0.6)
        return Response(json.dumps(GOOD))

    httpserver.expect_request("/ask").respond_with_handler(slow)
    assert ask(httpserver, make_case(), timeout=0.1) == [Heard(None, "no answer within 0.1 s")]
    heard = over_http("http://127.0.0.1:9/ask", TODAY)([make_case()])
    assert heard["t-1"].reply is None
    assert heard["t-1"].reason.startswith("ConnectError")
    with pytest.raises(EvalError, match="no http address"):
        over_http("ftp://x/", TODAY)


def test_a_busy_server_is_asked_again_for_as_long_as_patience_lasts(
    httpserver: HTTPServer, make_case: Callable[..., Case]
) -> None:
    httpserver.expect_ordered_request("/ask").respond_with_data("", 503, {"Retry-After": "7"})
    httpserver.expect_ordered_request("/ask").respond_with_data("", 429, {"Retry-After": "soon"})
    httpserver.expect_ordered_request("/ask").respond_with_json(GOOD)
    (heard,) = ask(httpserver, make_case())
    assert heard.reply
    assert pauses == [7, 1]
    httpserver.clear()
    pauses.clear()
    httpserver.expect_request("/ask").respond_with_data("full", 503, {"Retry-After": "30"})
    assert ask(httpserver, make_case(), patience=40) == [Heard(None, "HTTP 503: full")]
    assert pauses == [30, 10]


def test_no_more_are_asked_at_a_time_than_allowed(httpserver: HTTPServer, make_case: Callable[..., Case]) -> None:
    lock, now, most = threading.Lock(), 0, 0

    def counted(request: Request) -> Response:
        nonlocal now, most
        with lock:
            now, most = now + 1, max(most, now + 1)
        time.sleep(0.02)
        with lock:
            now -= 1
        return Response(json.dumps(GOOD | {"answer": request.get_json()["id"]}))

    httpserver.expect_request("/ask").respond_with_handler(counted)
    heard = ask(httpserver, *(make_case(id=f"c{n}") for n in range(12)), at_once=3)
    assert [one.reply.answer for one in heard if one.reply] == [f"c{n}" for n in range(12)]
    assert most <= 3


def test_another_day_is_told(
    httpserver: HTTPServer, make_case: Callable[..., Case], capsys: pytest.CaptureFixture[str]
) -> None:
    httpserver.expect_request("/ask").respond_with_json(GOOD | {"as_of": "2027-01-01"})
    ask(httpserver, make_case())
    assert "The server answered as of 2027-01-01; the cases are as of 2026-11-20." in capsys.readouterr().err


def test_the_command_grades_what_a_server_says(
    httpserver: HTTPServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    httpserver.expect_request("/ask").respond_with_json(GOOD)
    out = tmp_path / "report.json"
    code = command.main(
        ["run", "--url", httpserver.url_for("/ask"), "--filter", "cjk-001", "--out", str(out), "--quiet"]
    )
    made = json.loads(out.read_text("utf-8"))
    assert code == 0
    assert made["asked"] == "over HTTP"
    assert made["cases"][0]["got"]["answer"] == "3年"
    for wrong in (["--at-once", "0"], ["--answers", "x", "--url", "http://x/"]):
        with pytest.raises(SystemExit):
            command.main(["run", *wrong])
