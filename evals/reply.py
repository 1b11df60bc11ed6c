"""What an assistant said to one case, in the field names of the contract; any assistant can write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evals.errors import ReplyError


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation; `start` and `end` are None where the assistant gives no offsets."""

    document: str
    quote: str
    source_quote: str
    start: int | None = None
    end: int | None = None
    clause: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `error` is the sentence of an assistant that could not answer at all ("" when it did);
    `elapsed_ms` is what it says of its own time, None where it says nothing."""

    answer: str = ""
    verdict: str | None = None
    abstained: bool = False
    citations: tuple[Cited, ...] = ()
    outcome: str = ""
    error: str = ""
    understood_as: str = ""
    as_of: str = ""
    elapsed_ms: float | None = None

    @property
    def silent(self) -> bool:
        """Whether it says that the documents do not answer."""
        return self.abstained or self.verdict == "not_specified"


def reply_of(fields: object) -> Reply:
    """The reply in decoded JSON; ReplyError where the shape is wrong."""
    if not isinstance(fields, Mapping):
        raise ReplyError("The reply is not a JSON object.")
    if fields.get("error") or fields.get("outcome") == "error":
        return Reply(error=str(fields.get("error") or fields.get("answer") or "the assistant reports an error"))
    answer, verdict, abstained = fields.get("answer"), fields.get("verdict"), fields.get("abstained", False)
    if not isinstance(answer, str) or not answer.strip():
        raise ReplyError("The reply has no answer text.")
    if not (verdict is None or isinstance(verdict, str)) or not isinstance(abstained, bool):
        raise ReplyError("The verdict must be a string or null, and abstained true or false.")
    citations = fields.get("citations") or []
    if not isinstance(citations, list):
        raise ReplyError("The citations must be a list.")
    return Reply(
        answer=answer,
        verdict=verdict,
        abstained=abstained,
        citations=tuple(_cited(item) for item in citations),
        outcome=str(fields.get("outcome") or ""),
        understood_as=str(fields.get("understood_as") or ""),
        as_of=str(fields.get("as_of") or ""),
        elapsed_ms=_time(fields.get("elapsed_ms")),
    )


def _time(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value < float("inf") else None


def _cited(item: Any) -> Cited:
    if not isinstance(item, Mapping):
        raise ReplyError("A citation must be a JSON object.")
    texts = {key: item.get(key) or "" for key in ("document", "quote", "source_quote", "clause", "title")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise ReplyError("document, clause, title, quote and source_quote of a citation must be strings.")
    start, end = item.get("start"), item.get("end")
    placed = isinstance(start, int) and isinstance(end, int)
    return Cited(**texts, start=start if placed else None, end=end if placed else None)
