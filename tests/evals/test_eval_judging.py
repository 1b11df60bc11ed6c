"""The judge against a scripted server, and its figures worked out by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from evals import __main__ as command
from evals.errors import EvalError
from evals.judging.model import Configured, configured, judge, said
from evals.judging.support import Claim, Support, claims_of, judged, labelled, lines
from evals.metrics import Share
from evals.running import FORMAT, HOME
from evals.sources import load_sources

NAN = math.nan


def reply(text: str, finish: str = "stop") -> dict[str, Any]:
    return {"choices": [{"message": {"content": text}, "finish_reason": finish}]}


def asked(server: HTTPServer, key: str = "") -> float:
    where = Configured(server.url_for("/v1"), "a-model", key)
    with httpx2.Client() as client:
        return judge(where, client)("最多5家。", ["不超过 5 家"])


def test_the_judge_is_asked_in_the_usual_protocol(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1/chat/completions", headers={"Authorization": "Bearer k"}).respond_with_json(
        reply('<think>{"supported": false}?</think>```json\n{"supported": true}\n```')
    )
    assert asked(httpserver, "k") == 1.0
    sent = httpserver.log[0][0].get_json()
    assert sent["model"] == "a-model"
    assert sent["messages"][1]["content"] == "<quote>不超过 5 家</quote>\n<claim>最多5家。</claim>"


@pytest.mark.parametrize(
    "body",
    [reply('{"supported": true}', finish="length"), {"choices": []}, {"error": "busy"}, [], reply("I think so.")],
    ids=["cut off", "no choice", "an error", "no object", "no JSON"],
)
def test_what_cannot_be_used_is_no_number(httpserver: HTTPServer, body: Any) -> None:
    httpserver.expect_request("/v1/chat/completions").respond_with_json(body)
    assert math.isnan(asked(httpserver))


def test_a_failing_server_is_no_number(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v1/chat/completions").respond_with_data("no", status=500)
    assert math.isnan(asked(httpserver))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [('{"supported": true}', 1.0), ('{"supported": false}', 0.0), ('{"supported": "true"}', NAN), ("", NAN),
     ('{"supported": true} {"supported": false}', NAN), ('{"other": 1}', NAN), ("{supported}", NAN)],
)  # fmt: skip
def test_only_one_plain_object_counts(text: str, wanted: float) -> None:
    assert said(text) == wanted or (math.isnan(said(text)) and math.isnan(wanted))


def test_a_failed_judgement_counts_as_a_failure() -> None:
    claims = tuple(Claim(str(n), "x", ("y",)) for n in range(4))
    support = Support(claims, ((1.0, 1.0, 0.0, NAN), (1.0, 0.0, 0.0, NAN)))
    assert [support.share(run) for run in (0, 1)] == [Share(2, 4), Share(1, 4)]
    assert support.failed == (1, 1)
    assert support.wavering == Share(1, 4)


def test_agreement_by_hand() -> None:
    """Labels yes yes no no. Judged yes, no, no, no: 3 of 4 agree, by chance 1/2 * 1/4 + 1/2 * 3/4 = 1/2, so kappa
    is (3/4 - 1/2) / (1 - 1/2) = 1/2. With the last one failed: 2 of 4, by chance 1/8 + 1/4 = 3/8, kappa 1/5."""
    claims = tuple(Claim(str(n), "x", ("y",), n < 2) for n in range(4))
    support = Support(claims, ((1.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0, NAN)))
    assert support.agreement(0) == (Share(3, 4), pytest.approx(0.5))
    assert support.agreement(1) == (Share(2, 4), pytest.approx(0.2))
    assert Support((), ((), ())).agreement(0) == (Share(0, 0), None)


def test_one_run_is_refused() -> None:
    with pytest.raises(EvalError, match="at least 2 times"):
        judged([], lambda claim, quotes: 1.0, 1)


def test_labels_stand_in_the_documents_and_are_balanced() -> None:
    held = load_sources(HOME / "corpus" / "sources")
    rows = [json.loads(line) for line in (HOME / "evals/judging/labels.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        assert held.holding(row["quote"], row["document"]), row["id"]
    labels = [claim.supported for claim in labelled()]
    assert labels.count(True) == labels.count(False) == 8


def test_what_is_told_starts_with_how_far_the_judge_is_right() -> None:
    labels = Support((Claim("l", "x", ("y",), True),), ((1.0,), (NAN,)))
    answers = Support((Claim("a", "x", ("y",)), Claim("b", "x", ("y",))), ((1.0, 1.0), (1.0, NAN)))
    assert list(lines(answers, labels)) == [
        "run 1: agrees with labels 1/1 100.0%, kappa none, 0 failed",
        "run 2: agrees with labels 0/1 0.0%, kappa 0.00, 1 failed",
        "run 1: claims supported 2/2 100.0%; judgements that failed: 0",
        "run 2: claims supported 1/2 50.0%; judgements that failed: 1",
        "spread: 50.0% to 100.0%; runs differ on 1/2 50.0%",
        "Report only: no gate looks at these figures.",
    ]


def test_the_command_judges_a_report(
    httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def strict(request: Request) -> Response:
        claim = request.get_json()["messages"][1]["content"]
        return Response(json.dumps(reply(json.dumps({"supported": "最多" in claim}))), mimetype="application/json")

    httpserver.expect_request("/v1/chat/completions").respond_with_handler(strict)
    got = {"answer": "最多5家。", "citations": [{"document": "d", "source_quote": "不超过5家"}]}
    cases = [{"id": "a", "got": got}, {"id": "b", "got": None}, {"id": "c", "got": {"answer": "x", "citations": []}}]
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"format": FORMAT, "cases": cases}), "utf-8")
    monkeypatch.setenv("EVALS_JUDGE_URL", httpserver.url_for("/v1/"))
    monkeypatch.setenv("EVALS_JUDGE_MODEL", "a-model")
    assert command.main(["judge", str(path)]) == 0
    assert "run 2: claims supported 1/1 100.0%" in capsys.readouterr().out
    assert [claim.id for claim in claims_of(json.loads(path.read_text("utf-8")))] == ["a"]
    monkeypatch.delenv("EVALS_JUDGE_MODEL")
    assert command.main(["judge", str(path)]) == 2
    assert "No judge is configured" in capsys.readouterr().err


def test_a_key_is_never_shown() -> None:
    where = configured({"EVALS_JUDGE_URL": "http://x/v1/", "EVALS_JUDGE_MODEL": "m", "EVALS_JUDGE_KEY": "secret"})
    assert where.url == "http://x/v1"
    assert "secret" not in repr(where)
