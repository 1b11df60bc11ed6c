"""The plain pages: the documents held, one document, an answer by its link. They need no script."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from assistant.answering.answer import Question, Turn
from assistant.errors import AssistantError, Unknown
from assistant.exchange import printable
from assistant.guideline.document import Guideline
from assistant.service import Assistant
from assistant.web import sheets
from assistant.web.errors import json_response
from assistant.web.rendering import STATIC, Rendering, language_of
from assistant.web.showing import Showing
from assistant.web.views import EARLIER
from assistant.words import words

QUERY_LIMIT = 200
# A browser's own viewer of PDF files is an object with styles of its own.
_VIEWER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_RELATED = 10


class Static(StaticFiles):
    """The style and scripts: a browser may keep for good what is asked for with its digest, and checks the rest."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file."""
        response = await super().get_response(path, scope)
        kept = "public, max-age=31536000, immutable"
        response.headers["Cache-Control"] = kept if scope["query_string"] else "no-cache"
        return response


def static() -> Static:
    """The folders of style and scripts, that of forms on paper among them."""
    return Static(directory=STATIC, packages=[("assistant.export", "static")])


def routes(
    assistant: Assistant,
    showing: Showing,
    today: Callable[[], date],
    rendering: Rendering,
    sources: Path | None,
    prefix: str,
) -> APIRouter:
    """The pages of one language, under its prefix; `sources` holds the original files."""
    router = APIRouter(prefix=prefix, include_in_schema=False)

    @router.get("/starters")
    def starters(request: Request, p: str = "") -> Response:
        return json_response({"questions": assistant.starters(p, language_of(request))})

    @router.get("/library")
    def library(request: Request, q: str = "") -> Response:
        say = words(language_of(request))
        query = q[:QUERY_LIMIT].strip()
        documents = assistant.documents()
        hits, summary = _searched(assistant, documents, query, say)
        return rendering.page(
            request,
            "library.html",
            at="library",
            chat=False,
            skip="#main",
            query=printable(query),
            hits=hits,
            summary=summary,
            documents=[sheets.held(guideline, today(), say, documents) for guideline in documents],
            unreadable=[zh if language_of(request) == "zh" else en for zh, en in assistant.health().unreadable],
        )

    @router.get("/library/{document}")
    def sheet(
        request: Request,
        document: str,
        clause: str = "",
        start: Annotated[int, Query(alias="from")] = 0,
        end: Annotated[int, Query(alias="to")] = 0,
        words_of: Annotated[str, Query(alias="quote")] = "",
        q: str = "",
        raw: bool = False,
        part: bool = False,
    ) -> Response:
        language = language_of(request)
        say = words(language)
        try:
            guideline = assistant.document(document)
        except Unknown as error:
            return rendering.page(
                request, "failed.html", error.status, at="library", chat=False, skip="#main",
                problem=say["doc.missing"],
            )  # fmt: skip
        cited = _cited(guideline, clause, start, end) or _found(guideline, clause, words_of)
        query = "" if cited else q[:QUERY_LIMIT].strip()
        place = f"clause={quote(clause)}&from={cited[1]}&to={cited[2]}" if cited else f"q={quote(query)}"
        self_link = f"library/{quote(guideline.id)}"
        values: dict[str, Any] = {
            "held": sheets.held(guideline, today(), say, assistant.documents()),
            "raw": raw,
            "query": printable(query),
            "summary": "",
            "page": guideline.clause(cited[0]).page if cited else None,
            "repaired_link": f"{self_link}?{place}#here",
            "raw_link": f"{self_link}?{place}&raw=1#here",
        }
        if raw:
            values["before"], values["marked"], values["after"] = sheets.raw(guideline, cited)
        else:
            values["lines"] = sheets.lines(guideline, cited, query)
            if query:
                count = sheets.found_words([guideline], query)[1]
                said = say["doc.found"].format(query=printable(query), count=count)
                values["summary"] = said if count else say["doc.found_nothing"].format(query=printable(query))
        if part:
            return rendering.page(request, "sheet.html", **values, here="./")
        return rendering.page(request, "document.html", **values, at="library", chat=False, skip="#main")

    @router.get("/library/{document}/file")
    def file(document: str) -> Response:
        name = assistant.document(document).entry.file
        found = _source_file(sources, name)
        if found is None:
            raise Unknown("原文件不在这台机器上。", "The original file is not on this machine.")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return FileResponse(
            found,
            headers=_headers(kind, found),
            media_type=kind,
            filename=Path(name).name,
            content_disposition_type="inline" if kind in ("application/pdf", "text/plain") else "attachment",
        )

    @router.get("/answer")
    async def answer(
        request: Request,
        q: str = "",
        p: str = "",
        g: str = "",
        h: Annotated[list[str] | None, Query()] = None,
        part: bool = False,
    ) -> Response:
        language = language_of(request)
        chosen = {programme.id for programme in assistant.programmes() if programme.held}
        history = tuple(Turn("user", text) for text in (h or [])[-EARLIER:])
        asked = Question(q, history, p if p in chosen else "")
        given, view, problem, status = None, None, "", 200
        if q.strip():
            try:
                given, view = await showing(request.scope, asked)
            except AssistantError as error:
                problem, status = error.message(language), error.status
        if part and view is not None:
            return rendering.page(request, "turn.html", view=view)
        return rendering.page(
            request,
            "answer.html",
            status,
            at="talk",
            chat=False,
            skip="#main",
            view=view,
            own=words(view.language) if view else None,
            problem=problem,
            asked="" if view else printable(q[:2000]),
            chosen=asked.programme,
            changed=bool(g) and given is not None and not given.generation.startswith(g),
            programmes=[programme for programme in assistant.programmes() if programme.held],
        )

    return router


def _searched(
    assistant: Assistant, documents: tuple[Guideline, ...], query: str, say: Mapping[str, str]
) -> tuple[tuple[sheets.Hit, ...], str]:
    if not query:
        return (), ""
    hits, count = sheets.found_words(documents, query)
    if hits:
        more = " " + say["doc.more"].format(count=len(hits)) if count > len(hits) else ""
        return hits, say["doc.found"].format(query=printable(query), count=count) + more
    try:
        near = sheets.related(assistant.search(query, _RELATED))
    except AssistantError:
        near = ()
    return near, say["doc.found_related" if near else "doc.found_nothing"].format(query=printable(query))


def _headers(kind: str, path: Path) -> dict[str, str]:
    if kind == "application/pdf":
        return {"Content-Security-Policy": _VIEWER}
    if kind != "text/plain":
        return {}
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        # What is not UTF-8 among these texts is GB 18030, as `assistant.reading` finds, too.
        return {"Content-Type": "text/plain; charset=gb18030"}
    return {"Content-Type": "text/plain; charset=utf-8"}


def _cited(guideline: Guideline, clause: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The words a link points at, where there are such words."""
    held = next((held for held in guideline.clauses if held.id == clause), None)
    if held is None or not 0 <= start < end <= len(held.text):
        return None
    return clause, start, end


def _found(guideline: Guideline, clause: str, words_of: str) -> tuple[str, int, int] | None:
    """The words of a link that quotes them, where the clause holds them."""
    held = next((held for held in guideline.clauses if held.id == clause), None)
    start = held.text.find(words_of) if held is not None and words_of else -1
    return None if start < 0 else (clause, start, start + len(words_of))


def _source_file(sources: Path | None, name: str) -> Path | None:
    """The file a document was read from; names come from the catalogue, never from a request."""
    if sources is None:
        return None
    for folder in (sources, sources / "sources"):
        found = (folder / name).resolve()
        if found.is_file() and found.is_relative_to(sources.resolve()):
            return found
    return None
