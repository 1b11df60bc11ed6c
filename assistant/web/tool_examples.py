"""The examples of comparison and checklist in the OpenAPI document, shortened."""

from __future__ import annotations

from typing import Any

_TITLE = "“校企协同就业创业创新示范实践基地”申报指南（试行）"
_NOTICE = "关于组织开展“专精特新产业学院”建设的通知"
_LEAD = "牵头申报单位为本专科院校"
_COLLEGE = "专精特新产业学院面向高校开展申报"
_YEARLY = "已经通过认定的实践基地在每年12月底之前将本年度工作总结及下一年度工作计划报项目办公室"


def _head(programme: str, name: str, document: str, title: str) -> dict[str, Any]:
    return {
        "programme": programme,
        "name": name,
        "document": document,
        "title": title,
        "superseded": False,
        "deadlines": [],
        "checked_by": "maintainers",
        "checked_on": "2026-11-20",
    }


def _cited(n: int, programme: str, document: str, title: str, clause: str, place: str, quote: str) -> dict[str, Any]:
    return {
        "n": n,
        "programme": programme,
        "document": document,
        "title": title,
        "clause": clause,
        "place": place,
        "page": None,
        "quote": quote,
        "source_quote": quote,
        "start": 2089,
        "end": 2089 + len(quote),
    }


def _cell(facet: str, label: str, citations: list[int], **more: Any) -> dict[str, Any]:
    state = "stated" if citations else "silent"
    plain = {"state": state, "reviewed": True, "note": "" if citations else "文件未规定", "kinds": []}
    return {"facet": facet, "label": label, **plain, "citations": citations, "conflicts": []} | more


_BASE = _head("practice-base", "校企协同就业创业创新示范实践基地", "practice-base-guide-2021", _TITLE)
_OTHER = _head("industry-college", "专精特新产业学院", "industry-college-notice-2022", _NOTICE)
COMPARISON: dict[str, Any] = {
    "as_of": "2026-11-20",
    "language": "zh",
    "programmes": [_BASE, _OTHER],
    "rows": [
        {
            "facet": "lead",
            "label": "牵头（申报）单位",
            "agreement": "different",
            "cells": [
                {"programme": "practice-base", **_cell("lead", "牵头（申报）单位", [1])},
                {"programme": "industry-college", **_cell("lead", "牵头（申报）单位", [2])},
            ],
        }
    ],
    "citations": [
        _cited(1, "practice-base", _BASE["document"], _TITLE, "4.1.p1", "四、项目申报 › （一）申报主体", _LEAD),
        _cited(2, "industry-college", _OTHER["document"], _NOTICE, "p3", "", _COLLEGE),
    ],
}
CHECKLIST: dict[str, Any] = {
    "as_of": "2026-11-20",
    "language": "zh",
    "programme": _BASE,
    "kinds": [],
    "written": True,
    "steps": [
        {
            "n": 1,
            "stage": "afterwards",
            "label": "认定以后每年要做的",
            "state": "stated",
            "note": "",
            "reviewed": True,
            "deadlines": [],
            "passed": False,
            "citations": [1],
        }
    ],
    "papers": [
        {
            "name": "本年度工作总结",
            "phase": "yearly",
            "reviewed": True,
            "copies": [],
            "seals": [],
            "citations": [1],
        }
    ],
    "details": [_cell("deadline", "报送截止", [])],
    "contacts": [],
    "dates": [
        {
            "facet": "yearly",
            "label": "年度工作",
            "kind": "yearly",
            "from": "2026-12-31",
            "until": "2026-12-31",
            "passed": False,
            "replaced": False,
            "reviewed": True,
            "citations": [1],
        }
    ],
    "calendar": {"events": 1, "left_out": []},
    "citations": [_cited(1, "practice-base", _BASE["document"], _TITLE, "5.2", "五、基地管理", _YEARLY)],
}
FILES: dict[str, str] = {
    "docx": "PK\u0003\u0004 …",
    "xlsx": "PK\u0003\u0004 …",
    "md": "# 行业产教融合共同体推荐书\n…",
    "pdf": "%PDF-1.7 …",
    "html": '<!doctype html>\n<html lang="zh-CN">…',
    "ics": "BEGIN:VCALENDAR\r\n…\r\nEND:VCALENDAR\r\n",
}
