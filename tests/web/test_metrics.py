"""What Prometheus reads, who may read it, and that no caller can make it grow."""

from __future__ import annotations

from typing import Any

import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app


def clients(assistant: Assistant, **web: Any) -> tuple[TestClient, TestClient]:
    """Someone outside, and Prometheus on this machine."""
    app = create_app(assistant, chat=False, web=Web(**web))
    return (
        TestClient(app, raise_server_exceptions=False, client=("198.51.100.7", 1)),
        TestClient(app, raise_server_exceptions=False, client=("127.0.0.1", 1)),
    )


def samples(local: TestClient) -> dict[tuple[str, ...], float]:
    response = local.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain")
    assert response.headers["cache-control"] == "no-store"
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def test_requests_answers_and_refusals_are_counted(assistant: Assistant) -> None:
    outside, local = clients(assistant, rate="3/minute")
    for _ in range(2):
        outside.post("/api/ask", json={"question": "几家？"})
    outside.post("/api/ask/stream", json={"question": "几家？"})
    outside.post("/api/ask", json={"question": "几家？"})
    outside.get("/api/documents/lighthouse")
    found = samples(local)
    assert found["assistant_requests_total", "POST", "/api/ask", "200"] == 2
    assert found["assistant_requests_total", "POST", "/api/ask", "429"] == 1
    assert found["assistant_requests_total", "GET", "/api/documents/{document}", "200"] == 1
    assert found["assistant_request_seconds_count", "/api/ask"] == 3
    assert found["assistant_answers_total", "answered", "conditional"] == 3
    assert found["assistant_rate_limited_total", "/api/ask"] == 1
    assert found["assistant_requests_in_flight",] == 1  # the one that reads
    assert found["assistant_index_info", "d1"] == 1
    assert found["assistant_documents",] == 1
    assert found["process_resident_memory_bytes",] > 1_000_000


def test_no_caller_makes_new_labels(assistant: Assistant) -> None:
    outside, local = clients(assistant)
    outside.get("/warm")
    outside.request("PROPFIND", "/api/warm")
    samples(local)
    before = len(samples(local))
    for number in range(100):
        outside.get(f"/nowhere/{number}")
        outside.get(f"/api/nowhere/{number}")
        outside.request(f"METHOD{number}", f"/api/nowhere/{number}")
    assert len(samples(local)) == before
    assert samples(local)["assistant_requests_total", "GET", "other", "404"] == 201


@pytest.mark.parametrize(
    ("peer", "headers", "seen"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("10.1.2.3", {}, 200),
        ("127.0.0.1", {"x-forwarded-for": "127.0.0.1"}, 404),
        ("10.1.2.3", {"x-forwarded-for": "10.1.2.3"}, 404),
        ("198.51.100.7", {}, 404),
        ("198.51.100.7", {"x-forwarded-for": "127.0.0.1"}, 404),
    ],
)
def test_only_this_machine_and_the_named_networks_read_them(
    assistant: Assistant, peer: str, headers: dict[str, str], seen: int
) -> None:
    app = create_app(assistant, chat=False, web=Web(proxies=("10.0.0.0/8",)))
    assert TestClient(app, client=(peer, 1)).get("/metrics", headers=headers).status_code == seen


def test_they_can_be_turned_off(assistant: Assistant) -> None:
    _, local = clients(assistant, metrics=False)
    assert local.get("/metrics").json()["error"]["code"] == "not_found"


def test_each_application_counts_for_itself(assistant: Assistant) -> None:
    outside, _ = clients(assistant)
    outside.get("/api/health")
    _, local = clients(assistant)
    assert ("assistant_requests_total", "GET", "/api/health", "200") not in samples(local)
    assert "assistant" not in " ".join(family.name for family in REGISTRY.collect())
