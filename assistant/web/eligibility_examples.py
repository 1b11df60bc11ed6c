"""The examples of the self-check in the OpenAPI document: an applicant, and what the guidelines held say of it."""

from __future__ import annotations

from typing import Any

_GUIDE = "practice-base-guide-2021"
_TITLE = "“校企协同就业创业创新示范实践基地”申报指南（试行）"
_PLACE = "四、项目申报 › （一）申报主体"

PROFILES: dict[str, Any] = {
    "applicant": {
        "summary": "A college with its joint units",
        "value": {
            "profile": {
                "unit": "民办高职",
                "region": "浙江省杭州市",
                "partners": ["省级专精特新企业", {"unit": "企业", "age": "不到两年", "count": 5}],
            },
            "programmes": ["practice-base"],
        },
    },
    "nothing": {"summary": "Which questions there are", "value": {"profile": {}}},
}
ELIGIBILITY: dict[str, Any] = {
    "as_of": "2026-11-20",
    "language": "zh",
    "about": "仅按所列文件的条款逐条核对，不代表认定结果。",
    "results": [
        {
            "programme": "practice-base",
            "name": "校企协同就业创业创新示范实践基地",
            "document": _GUIDE,
            "title": _TITLE,
            "superseded": False,
            "deadlines": [],
            "checked_by": "maintainers",
            "checked_on": "2026-11-20",
            "role": "lead",
            "overall": "unmet",
            "summary": "有条件不符合。",
            "reviewed": True,
            "criteria": [
                {
                    "id": f"{_GUIDE}#4.1.p1:71:count",
                    "facet": "partner_count",
                    "label": "联合单位的数量",
                    "kind": "count",
                    "ruling": "unmet",
                    "reason": {"key": "count_over", "text": "联合申报单位6家，规定不超过5家"},
                    "cure": {"key": "reduce", "text": "减少1家联合申报单位"},
                    "reviewed": True,
                    "citations": [1],
                }
            ],
            "deciding": [f"{_GUIDE}#4.1.p1:71:count"],
            "silent": ["ratio", "quota"],
            "unseen": [],
            "conflicts": [],
        }
    ],
    "questions": [
        {
            "id": "partners.1.age",
            "path": ["partners", 1, "age"],
            "what": "number",
            "text": "第2项联合申报单位成立几年？",
            "options": [{"label": "不满2年", "value": "不满2年"}, {"label": "不少于2年", "value": "2年以上"}],
            "programmes": ["practice-base"],
            "criteria": [f"{_GUIDE}#4.3.p2:0:age"],
            "citations": [],
        }
    ],
    "citations": [
        {
            "n": 1,
            "programme": "practice-base",
            "document": _GUIDE,
            "title": _TITLE,
            "clause": "4.1.p1",
            "place": _PLACE,
            "page": None,
            "quote": "联合申报单位不超过5家",
            "source_quote": "联合申报单\n\n位不超过 5 家",
            "start": 2102,
            "end": 2116,
        }
    ],
}
