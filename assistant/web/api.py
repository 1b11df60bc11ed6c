"""The routes under /api: they translate between HTTP and the assistant and decide nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from assistant.answering.answer import Answer
from assistant.errors import AssistantError
from assistant.exchange import answer_fields, checked, from_json, question_of, to_json
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.printing import found_fields
from assistant.service import SEARCH_LIMIT, Assistant
from assistant.web import schemas
from assistant.web.asking import answered
from assistant.web.errors import json_response, language_of
from assistant.words import words

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": schemas.ErrorBody, "description": meaning}
    for status, meaning in {
        400: "The request cannot be understood",
        404: "No programme, document or address of that name",
        405: "The address does not support this method",
        413: "The question or the request is too long",
        422: "A parameter is missing or of the wrong type",
        500: "Internal error",
        503: "The documents cannot be used",
    }.items()
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": schemas.AskBody.model_json_schema()}},
    }
}
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Server-sent events: understood, answer, done; or error",
        "content": {"text/event-stream": {}},
    }
}


def routes(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    """All routes over one assistant; `today` gives the day to answer as of."""
    router = APIRouter(prefix="/api", responses=_ERRORS)

    @router.post("/ask", response_model=schemas.AnswerBody, openapi_extra=_BODY)
    async def ask(request: Request) -> Response:
        """Answer one question."""
        question = question_of(from_json(await request.body()))
        answer = await answered(assistant, question, today())
        return json_response(answer_fields(answer), headers={"X-Index-Generation": answer.generation})

    @router.post("/ask/stream", response_class=StreamingResponse, responses=_STREAM, openapi_extra=_BODY)
    async def stream(request: Request) -> Response:
        """Answer one question as server-sent events."""
        question = checked(question_of(from_json(await request.body())))
        language = language_of(request)

        async def events() -> AsyncIterator[str]:
            try:
                for event in _events(await answered(assistant, question, today())):
                    yield event
            except AssistantError as error:
                yield _event("error", {"code": error.code, "message": error.message(language)})
            except Exception:
                yield _event("error", {"code": "internal", "message": words(language)["error.internal"]})

        return StreamingResponse(events(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    @router.get("/search", response_model=schemas.HitsBody)
    async def search(
        q: Annotated[str, Query(description="The words to look for")],
        k: Annotated[int, Query(ge=1, le=SEARCH_LIMIT)] = 10,
        programme: str = "",
    ) -> Response:
        """The clauses that match best."""
        found = await run_in_threadpool(assistant.search, q, k, programme)
        return json_response({"query": q, "hits": [found_fields(hit) for hit in found]})

    @router.get("/programmes", response_model=schemas.ProgrammesBody)
    async def programmes() -> Response:
        """All programmes."""
        rows = [
            {"id": p.id, "name": p.name, "names": list(p.names), "document": p.document, "held": p.held}
            for p in assistant.programmes()
        ]
        return json_response({"programmes": rows})

    @router.get("/documents/{document}", response_model=schemas.DocumentBody)
    async def document(document: str) -> Response:
        """One document with all its clauses."""
        return json_response(_document_fields(assistant.document(document)))

    @router.get("/documents/{document}/related", response_model=schemas.RelatedBody)
    async def related(
        document: str,
        clause: Annotated[str, Query(description="A clause id of that document")],
        k: Annotated[int, Query(ge=1, le=SEARCH_LIMIT)] = 5,
    ) -> Response:
        """Clauses of other documents that resemble one."""
        found = await run_in_threadpool(assistant.related, document, clause, k)
        return json_response({"hits": [found_fields(hit) for hit in found]})

    @router.get("/health", response_model=schemas.HealthBody)
    async def health() -> Response:
        """What is being served."""
        state = assistant.health()
        return json_response(
            {
                "status": "ok",
                "index": state.index,
                "documents": state.documents,
                "clauses": state.clauses,
                "programmes": state.programmes,
                "unreadable": [{"zh": zh, "en": en} for zh, en in state.unreadable],
            }
        )

    return router


def _events(answer: Answer) -> Iterator[str]:
    yield _event("understood", {"understood_as": answer.understood_as, "language": answer.language})
    yield _event("answer", {"revision": 1, **answer_fields(answer)})
    yield _event("done", {"revision": 1, "elapsed_ms": answer.elapsed_ms})


def _event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {to_json(data)}\n\n"


def _document_fields(guideline: Guideline) -> dict[str, Any]:
    entry = guideline.entry
    return {
        "id": guideline.id,
        "file": entry.file,
        "title": entry.title,
        "issuer": entry.issuer,
        "number": entry.number,
        "issued": _iso(entry.issued),
        "in_force": _iso(entry.in_force),
        "deadline": _iso(entry.deadline),
        "region": entry.region,
        "status": entry.status,
        "provenance": entry.provenance,
        "clauses": [_clause_fields(clause) for clause in guideline.clauses],
    }


def _clause_fields(clause: Clause) -> dict[str, Any]:
    return {
        "id": clause.id,
        "parent": clause.parent,
        "kind": clause.kind,
        "label": clause.label,
        "heading": clause.heading,
        "place": clause.place,
        "page": clause.page,
        "text": clause.text,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
