"""The examples of the OpenAPI document: a real question and what the guidelines held answer to it."""

from __future__ import annotations

from typing import Any

from assistant.answering.answer import Answer, ByProgramme, Citation
from assistant.exchange import answer_fields, to_json

_ANSWER = "5家：牵头申报单位为本专科院校，联合申报单位不超过5家"
_QUOTE = "牵头申报单位为本专科院校，联合申报单位不超过5家"
_PLACE = "四、项目申报 › （一）申报主体"
_GUIDE = "practice-base-guide-2021"
_TITLE = "“校企协同就业创业创新示范实践基地”申报指南（试行）"
_INDEX = "7802c2f40f6d9989ae3c8a92"

ASK: dict[str, Any] = {
    "question": {"summary": "One question", "value": {"question": "最多可以有几家联合申报单位？"}},
    "programme": {
        "summary": "For one programme",
        "value": {"question": "最多可以有几家联合申报单位？", "programme": "practice-base"},
    },
    "conversation": {
        "summary": "A follow-up",
        "value": {
            "question": "那民办院校能牵头吗？",
            "history": [
                {"role": "user", "content": "最多可以有几家联合申报单位？"},
                {"role": "assistant", "content": _ANSWER},
            ],
        },
    },
}
ANSWER: dict[str, Any] = answer_fields(
    Answer(
        question="最多可以有几家联合申报单位？",
        understood_as="校企协同就业创业创新示范实践基地｜最多可以有几家联合申报单位?",
        language="zh",
        as_of="2026-11-20",
        outcome="answered",
        answer=_ANSWER,
        verdict=None,
        abstained=False,
        by_programme=(ByProgramme("practice-base", None, _ANSWER, (1,)),),
        citations=(
            Citation(
                n=1,
                programme="practice-base",
                document=_GUIDE,
                title=_TITLE,
                clause="4.1.p1",
                place=_PLACE,
                page=None,
                quote=_QUOTE,
                source_quote="牵头申报单位为本专科院校，联合申报单\n\n位不超过 5 家",
                start=2089,
                end=2116,
            ),
        ),
        elapsed_ms=3.0,
    )
)
_HIT = {
    "document": _GUIDE,
    "title": _TITLE,
    "clause": "4.1.p1",
    "place": _PLACE,
    "page": None,
    "text": _QUOTE,
    "score": 21.5,
}
SEARCH: dict[str, Any] = {"query": "联合申报单位", "hits": [_HIT]}
RELATED: dict[str, Any] = {"hits": [_HIT]}
PROGRAMMES: dict[str, Any] = {
    "programmes": [
        {
            "id": "practice-base",
            "name": "校企协同就业创业创新示范实践基地",
            "names": ["校企协同就业创业创新示范实践基地", "示范实践基地"],
            "document": _GUIDE,
            "held": True,
        }
    ]
}
DOCUMENTS: dict[str, Any] = {
    "documents": [
        {
            "id": _GUIDE,
            "title": _TITLE,
            "status": "in_force",
            "issued": None,
            "in_force": "2021-09-08",
            "deadline": None,
            "programmes": ["practice-base"],
        }
    ]
}
DOCUMENT: dict[str, Any] = {
    "id": _GUIDE,
    "file": "practice-base-guide-2021.txt",
    "title": _TITLE,
    "issuer": "工业和信息化部中小企业发展促进中心",
    "number": "",
    "issued": None,
    "in_force": "2021-09-08",
    "deadline": None,
    "region": "全国",
    "status": "in_force",
    "provenance": "主办方提供的文本，为通知的附件1。",
    "clauses": [
        {
            "id": "4.1.p1",
            "parent": "4.1",
            "kind": "paragraph",
            "label": "",
            "heading": "",
            "place": _PLACE,
            "page": None,
            "text": _QUOTE,
        }
    ],
}
HEALTH: dict[str, Any] = {
    "status": "ok",
    "version": "0.1.0",
    "python": "3.11.2",
    "started": "2026-11-20T08:00:00+00:00",
    "index": _INDEX,
    "documents": 5,
    "clauses": 680,
    "programmes": 10,
    "unreadable": [],
    "libraries": {"fastapi": "0.163.2", "gradio": "6.31.0", "tantivy": "0.27.0", "chromadb": "1.5.9"},
}


def event(name: str, data: object) -> str:
    """One server-sent event."""
    return f"event: {name}\ndata: {to_json(data)}\n\n"


STREAM: dict[str, Any] = {
    "answered": {
        "summary": "A question answered",
        "value": event("understood", {"understood_as": ANSWER["understood_as"], "language": "zh"})
        + event("answer", {"revision": 1, **ANSWER})
        + event("done", {"revision": 1, "elapsed_ms": 3.0}),
    },
    "failed": {
        "summary": "An unknown programme",
        "value": event("error", {"code": "unknown_id", "message": "没有编号为“nope”的项目；现有：practice-base。"}),
    },
}
