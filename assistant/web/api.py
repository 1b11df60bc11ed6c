"""The routes under /api: they translate between HTTP and the assistant and decide nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from assistant.answering.answer import Answer
from assistant.errors import AssistantError
from assistant.exchange import QUESTION_LIMIT, answer_fields, checked, from_json, question_of
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.printing import found_fields
from assistant.service import SEARCH_LIMIT, Assistant
from assistant.web import examples, schemas
from assistant.web.access import note
from assistant.web.asking import Asking
from assistant.web.errors import json_response, language_of
from assistant.web.examples import event
from assistant.web.health import health_fields, running
from assistant.web.openapi import ASK_BODY, answers, events
from assistant.web.visits import visit_of
from assistant.words import words

_Id = Annotated[str, Path(description="A document id, as in /api/documents", examples=["practice-base-guide-2021"])]
_QUERY = {"minLength": 1, "maxLength": QUESTION_LIMIT}


def routes(assistant: Assistant, asking: Asking) -> APIRouter:
    """All routes over one assistant; `asking` asks it."""
    router = APIRouter(prefix="/api")
    run = running()

    @router.post(
        "/ask",
        response_model=schemas.AnswerBody,
        responses=answers(examples.ANSWER, 400, 404, 429, 503),
        openapi_extra=ASK_BODY,
    )
    async def ask(request: Request) -> Response:
        """Answer one question: a verdict where it asks whether, and every statement with the clause it rests on."""
        question = question_of(from_json(await request.body()))
        answer = await asking(request.scope, question)
        return json_response(answer_fields(answer), headers={"X-Index-Generation": answer.generation})

    @router.post(
        "/ask/stream", response_class=StreamingResponse, responses=events(400, 404, 429, 503), openapi_extra=ASK_BODY
    )
    async def stream(request: Request) -> Response:
        """Answer one question as server-sent events; the data of each is one line of JSON.

        - `understood`: `{"understood_as", "language"}`, how the question is read.
        - `answer`: the fields of `POST /api/ask` and `revision`; a later revision replaces an earlier one.
        - `done`: `{"revision", "elapsed_ms"}`; nothing follows.
        - `error`: `{"code", "message"}` in place of the rest; what is wrong once the answer has begun, an unknown
          programme included, is told here and not by the status.
        """
        question = checked(question_of(from_json(await request.body())))
        language = language_of(request)

        async def sent() -> AsyncIterator[str]:
            try:
                for part in _events(await asking(request.scope, question)):
                    yield part
            except AssistantError as error:
                yield event("error", {"code": error.code, "message": error.message(language)})
            except Exception as error:
                note(visit_of(request.scope), error)
                yield event("error", {"code": "internal", "message": words(language)["error.internal"]})

        return StreamingResponse(sent(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    @router.get(
        "/search",
        response_model=schemas.HitsBody,
        responses=answers(examples.SEARCH, 400, 404, 422, 429, 503),
    )
    async def search(
        q: Annotated[
            str, Query(description="The words to look for", examples=["联合申报单位"], json_schema_extra=_QUERY)
        ],
        k: Annotated[int, Query(ge=1, le=SEARCH_LIMIT, description="How many at most")] = 10,
        programme: Annotated[
            str, Query(description="Only clauses of this programme, by its id; empty for all", examples=[""])
        ] = "",
    ) -> Response:
        """The clauses that match best, best first."""
        found = await run_in_threadpool(assistant.search, q, k, programme)
        return json_response({"query": q, "hits": [found_fields(hit) for hit in found]})

    @router.get("/programmes", response_model=schemas.ProgrammesBody, responses=answers(examples.PROGRAMMES))
    async def programmes() -> Response:
        """All programmes; those with `held` false are known by name alone, so that they are not mistaken for others."""
        rows = [
            {"id": p.id, "name": p.name, "names": list(p.names), "document": p.document, "held": p.held}
            for p in assistant.programmes()
        ]
        return json_response({"programmes": rows})

    @router.get("/documents", response_model=schemas.DocumentsBody, responses=answers(examples.DOCUMENTS))
    async def documents() -> Response:
        """All documents held, without their clauses."""
        return json_response({"documents": [_head_fields(guideline) for guideline in assistant.documents()]})

    @router.get(
        "/documents/{document}", response_model=schemas.DocumentBody, responses=answers(examples.DOCUMENT, 404, 422)
    )
    async def document(document: _Id) -> Response:
        """One document with all its clauses in order."""
        return json_response(_document_fields(assistant.document(document)))

    @router.get(
        "/documents/{document}/related",
        response_model=schemas.RelatedBody,
        responses=answers(examples.RELATED, 404, 422, 429, 503),
    )
    async def related(
        document: _Id,
        clause: Annotated[str, Query(description="A clause id of that document", examples=["4.1.p1"])],
        k: Annotated[int, Query(ge=1, le=SEARCH_LIMIT, description="How many at most")] = 5,
    ) -> Response:
        """Clauses of other documents that resemble one, the most similar first."""
        found = await run_in_threadpool(assistant.related, document, clause, k)
        return json_response({"hits": [found_fields(hit) for hit in found]})

    @router.get("/health", response_model=schemas.HealthBody, responses=answers(examples.HEALTH))
    async def health() -> Response:
        """What is being served, by which versions, since when."""
        return json_response(health_fields(assistant.health(), run))

    return router


def _events(answer: Answer) -> Iterator[str]:
    yield event("understood", {"understood_as": answer.understood_as, "language": answer.language})
    yield event("answer", {"revision": 1, **answer_fields(answer)})
    yield event("done", {"revision": 1, "elapsed_ms": answer.elapsed_ms})


def _head_fields(guideline: Guideline) -> dict[str, Any]:
    entry = guideline.entry
    return {
        "id": guideline.id,
        "title": entry.title,
        "status": entry.status,
        "issued": _iso(entry.issued),
        "in_force": _iso(entry.in_force),
        "deadline": _iso(entry.deadline),
        "programmes": [programme.id for programme in guideline.spoken],
    }


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
