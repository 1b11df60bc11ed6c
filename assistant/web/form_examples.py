"""The examples of forms in the OpenAPI document, shortened."""

from __future__ import annotations

from typing import Any

_NOTICE = "杭州市教育局等六部门关于推进市域产教联合体、行业产教融合共同体和开放型区域产教融合实践中心建设的通知"
_HEAD: dict[str, Any] = {
    "id": "community-recommendation",
    "held": True,
    "title": "行业产教融合共同体推荐书",
    "names": ["行业产教融合共同体推荐书", "共同体推荐书"],
    "document": "hangzhou-platforms-notice-2024",
    "programmes": ["hangzhou-community"],
}


def _cited(n: int, clause: str, place: str, quote: str, start: int, source: str = "") -> dict[str, Any]:
    source = source or quote
    return {
        "n": n,
        "programme": "hangzhou-community",
        "document": "hangzhou-platforms-notice-2024",
        "title": _NOTICE,
        "clause": clause,
        "place": place,
        "page": None,
        "quote": quote,
        "source_quote": source,
        "start": start,
        "end": start + len(source),
    }


FORMS: dict[str, Any] = {
    "language": "zh",
    "forms": [
        {**_HEAD, "annex": "附件2.5", "filled_by": "applicant", "fields": 127, "limits": 4},
        {
            "id": "practice-base-application",
            "held": False,
            "title": "项目申请书",
            "names": ["项目申请书"],
            "document": "practice-base-guide-2021",
            "programmes": ["practice-base"],
            "annex": "",
            "filled_by": "applicant",
            "fields": 0,
            "limits": 0,
        },
    ],
    "left_out": [],
}

_GUIDANCE = "（不超过500字，包括共同体建设指导思想、建设目标、组织实施等）"
_GUIDE = "附件2 行业产教融合共同体建设指南"
_PLACE = f"{_GUIDE} › 附件2.5 行业产教融合共同体推荐书"
FORM: dict[str, Any] = {
    **_HEAD,
    "language": "zh",
    "annex": "附件2.5",
    "filled_by": "applicant",
    "citation": 1,
    "instructions": [],
    "rules": [],
    "sent": [],
    "fields": [
        {
            "path": "3",
            "label": "三、总体建设思路",
            "full_label": "三、总体建设思路",
            "kind": "narrative",
            "unit": "",
            "guidance": [{"quote": _GUIDANCE, "citation": 2}],
            "elements": [
                {"id": "1", "text": "共同体建设指导思想", "asked": True},
                {"id": "2", "text": "建设目标", "asked": True},
                {"id": "3", "text": "组织实施", "asked": True},
            ],
            "limit": {"most": 500, "inherited_from": "", "remark": "", "quote": "不超过500字", "citation": 3},
            "options": [],
            "several": None,
            "year": None,
            "years": [],
            "filled_by": "applicant",
            "repeat": "",
            "fact": "",
            "remarks": [],
            "citation": 4,
        }
    ],
    "repeats": [],
    "totals": [],
    "sections": [
        {
            "id": "3",
            "title": "三、总体建设思路",
            "level": 1,
            "new_page": False,
            "blocks": [{"field": "3"}],
            "notes": [],
        }
    ],
    "remarks": [],
    "citations": [
        _cited(1, "a2-5", _GUIDE, "行业产教融合共同体推荐书", 11_023),
        _cited(
            2, "a2-5.3.f1", f"{_PLACE} › 三、总体建设思路", _GUIDANCE, 12_184, _GUIDANCE.replace("500字", " 500 字")
        ),
        _cited(3, "a2-5.3.f1", f"{_PLACE} › 三、总体建设思路", "不超过500字", 12_185, "不超过 500 字"),
        _cited(4, "a2-5.3", _PLACE, "三、总体建设思路", 12_174),
    ],
}

EXPORTS: dict[str, Any] = {
    "facts": {
        "summary": "Filled in from a fact sheet, with a page of open points",
        "value": {
            "facts": {
                "units": [{"name": "示例科技有限公司", "role": "lead", "kind": "龙头企业"}],
                "forms": {"community-recommendation": {"3": "以龙头企业为牵头单位，围绕产业链布局。"}},
            },
            "open_points": True,
        },
    },
    "blank": {"summary": "To be filled in by hand", "value": {}},
}
"""Bodies that a file of a form is asked for with."""
