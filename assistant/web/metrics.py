"""Numbers for Prometheus, in a registry of the application's own; every label takes its values from a closed list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from assistant.service import Health
from assistant.web.visits import OTHER, Visit, visit_of

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Meters:
    """What one application counts; `health` tells what it serves at the moment of reading."""

    def __init__(self, health: Callable[[], Health]) -> None:
        self._registry = own = CollectorRegistry()
        self._requests = Counter(
            "assistant_requests", "Requests answered.", ["route", "method", "status"], registry=own
        )
        self._seconds = Histogram(
            "assistant_request_seconds", "Time to the end of the response.", ["route"], buckets=_SECONDS, registry=own
        )
        self._answers = Counter("assistant_answers", "Answers given.", ["outcome", "verdict"], registry=own)
        self._limited = Counter("assistant_rate_limited", "Requests answered 429.", ["route"], registry=own)
        self._inside = Gauge("assistant_requests_in_flight", "Requests being answered.", registry=own)
        ProcessCollector(registry=own)
        own.register(_Served(health))

    def came_in(self) -> None:
        """A request begins."""
        self._inside.inc()

    def went_out(self, visit: Visit, method: str, seconds: float) -> None:
        """A request has ended."""
        self._inside.dec()
        self._requests.labels(visit.route, method if method in _METHODS else OTHER, str(visit.status)).inc()
        self._seconds.labels(visit.route).observe(seconds)

    def answered(self, outcome: str, verdict: str | None) -> None:
        """A question was answered."""
        self._answers.labels(outcome, verdict or "none").inc()

    def turned_away(self, route: str) -> None:
        """A request came too fast."""
        self._limited.labels(route).inc()

    def text(self) -> bytes:
        """All of it in Prometheus' text format."""
        return generate_latest(self._registry)


def endpoint(meters: Meters) -> Callable[[Request], Response]:
    """GET /metrics, for this machine and the named networks only; for anyone else there is nothing here."""

    def answer(request: Request) -> Response:
        if not visit_of(request.scope).private:
            raise HTTPException(404)
        return Response(meters.text(), media_type=CONTENT_TYPE_LATEST)

    return answer


class _Served(Collector):
    """The generation of the index and what it holds, read when asked for."""

    def __init__(self, health: Callable[[], Health]) -> None:
        self._health = health

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges of this moment."""
        held = self._health()
        info = GaugeMetricFamily("assistant_index_info", "The generation of the index served.", labels=["generation"])
        info.add_metric([held.index], 1)
        yield info
        yield GaugeMetricFamily("assistant_documents", "Documents served.", value=held.documents)
        yield GaugeMetricFamily("assistant_clauses", "Clauses served.", value=held.clauses)
        yield GaugeMetricFamily("assistant_unreadable", "Files left out as unreadable.", value=len(held.unreadable))
