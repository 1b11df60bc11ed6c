"""Questions and answers as the outside world writes them: the JSON of command line, batch and HTTP."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from assistant.answering.answer import Answer, Citation, Question, Turn
from assistant.errors import InputError, TooLong

QUESTION_LIMIT = 2_000
TURN_LIMIT = 20_000
TURNS_KEPT = 40

_SURROGATE = re.compile("[\ud800-\udfff]")


def question_of(fields: object) -> Question:
    """The question in decoded JSON `{"question", "history"?, "programme"?}`; other keys are ignored."""
    if not isinstance(fields, Mapping):
        raise InputError("请求须是一个 JSON 对象。", "The request must be a JSON object.")
    programme = fields.get("programme")
    if programme is not None and not isinstance(programme, str):
        raise InputError("programme 须是项目编号（字符串）。", "programme must be a programme id (a string).")
    return Question(_question_text(fields.get("question")), _history(fields.get("history")), programme or "")


def checked(question: Question) -> Question:
    """The same question, or the error that says why it cannot be answered."""
    if len(question.text) > QUESTION_LIMIT:
        raise TooLong(
            f"问题太长：共 {len(question.text)} 个字符，最多 {QUESTION_LIMIT} 个，请缩短后再问。",
            f"The question is too long: {len(question.text)} characters, at most {QUESTION_LIMIT}.",
        )
    if not any(_speaks(char) for char in question.text):
        raise InputError("请输入问题。", "Please enter a question.")
    return question


def answer_fields(answer: Answer) -> dict[str, Any]:
    """The answer in the field order of the contract."""
    return {
        "question": answer.question,
        "understood_as": answer.understood_as,
        "language": answer.language,
        "as_of": answer.as_of,
        "outcome": answer.outcome,
        "answer": answer.answer,
        "verdict": answer.verdict,
        "abstained": answer.abstained,
        "by_programme": [
            {
                "programme": part.programme,
                "verdict": part.verdict,
                "answer": part.answer,
                "citations": list(part.citations),
            }
            for part in answer.by_programme
        ],
        "citations": [citation_fields(cited) for cited in answer.citations],
        "contact": dict(answer.contact) if answer.contact is not None else None,
        "asks": [
            {
                "what": ask.what,
                "options": [
                    {"label": option.label, "question": option.question, "programme": option.programme}
                    for option in ask.options
                ],
            }
            for ask in answer.asks
        ],
        "nearest": citation_fields(answer.nearest) if answer.nearest is not None else None,
        "searched": list(answer.searched),
        "rephrase": list(answer.rephrase),
        "elapsed_ms": answer.elapsed_ms,
    }


def citation_fields(cited: Citation) -> dict[str, Any]:
    """A citation in the field order of the contract."""
    return {
        "n": cited.n,
        "programme": cited.programme,
        "document": cited.document,
        "title": cited.title,
        "clause": cited.clause,
        "place": cited.place,
        "page": cited.page,
        "quote": cited.quote,
        "source_quote": cited.source_quote,
        "start": cited.start,
        "end": cited.end,
    }


def to_json(value: object, *, indent: int | None = None) -> str:
    """JSON that people can read and every UTF-8 file can hold: lone surrogates stay escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def from_json(data: bytes, *, exact: bool = False) -> Any:
    """Decoded JSON of one request or line; InputError says in one sentence what is wrong with it.

    With `exact`, numbers that are not whole are Decimal, digit for digit as they were written.
    """
    try:
        return json.loads(decoded(data), parse_constant=_no_constant, parse_float=Decimal if exact else None)
    except (ValueError, RecursionError):
        raise InputError("内容不是有效的 JSON。", "This is not valid JSON.") from None


def decoded(data: bytes) -> str:
    """The text of UTF-8 bytes; InputError for any other."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("内容不是 UTF-8 编码，无法读取。", "The text is not UTF-8 and cannot be read.") from None


def printable(text: str) -> str:
    """The text without what a terminal would obey: control characters and lone surrogates become ?."""
    return "".join(char if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs") else "?" for char in text)


def _question_text(value: object) -> str:
    if value is None:
        raise InputError("缺少 question（问题）。", "question is missing.")
    if not isinstance(value, str):
        raise InputError("question（问题）须是字符串。", "question must be a string.")
    return value


def _history(value: object) -> tuple[Turn, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InputError("history（对话记录）须是数组。", "history must be a list.")
    return tuple(_turn(item) for item in value[-TURNS_KEPT:])


def _turn(item: object) -> Turn:
    role = item.get("role") if isinstance(item, Mapping) else None
    content = item.get("content") if isinstance(item, Mapping) else None
    if not isinstance(content, str) or not (role == "user" or role == "assistant"):
        raise InputError(
            'history 的每一项须是 {"role": "user" 或 "assistant", "content": 文字}。',
            'Each item of history must be {"role": "user" or "assistant", "content": text}.',
        )
    if len(content) > TURN_LIMIT:
        raise TooLong(
            f"history 中有一条超过 {TURN_LIMIT} 个字符。", f"A message in history is over {TURN_LIMIT} characters."
        )
    return Turn("user" if role == "user" else "assistant", content)


def _speaks(char: str) -> bool:
    return unicodedata.category(char)[0] not in "CZ"


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
