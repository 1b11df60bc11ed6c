"""The examples of a check before submission in the OpenAPI document."""

from __future__ import annotations

from typing import Any

ASKED: dict[str, Any] = {
    "facts": {
        "summary": "While somebody types",
        "value": {
            "form": "community-recommendation",
            "facts": {"forms": {"community-recommendation": {"6": "牵头企业出台专项支持政策2项，投入设备12台套。"}}},
        },
    },
    "text": {"summary": "Pasted text", "value": {"form": "2.5", "text": "六、保障支持\n牵头企业出台专项支持政策2项。"}},
}
CHECK: dict[str, Any] = {
    "form": "community-recommendation",
    "name": "行业产教融合共同体推荐书",
    "source": "facts",
    "as_of": "2024-05-10",
    "language": "zh",
    "summary": {"fail": 0, "pass": 1, "unknown": 0},
    "points": [
        {
            "rule": "limit",
            "rule_name": "字数",
            "outcome": "pass",
            "key": "limit_within",
            "text": "“六、保障支持”23字，不超过500字。",
            "places": [
                {"field": "6", "label": "六、保障支持", "words": "牵头企业出台专项支持政策2项，投入设备12台套。"}
            ],
            "citation": 1,
            "quote": "不超过500字",
        }
    ],
    "citations": [
        {
            "n": 1,
            "programme": "hangzhou-community",
            "document": "hangzhou-platforms-notice-2024",
            "title": "杭州市教育局等六部门关于推进市域产教联合体、行业产教融合共同体和开放型区域产教融合实践中心建设的通知",
            "clause": "a2-5.6.f1",
            "place": "附件2 行业产教融合共同体建设指南 › 附件2.5 行业产教融合共同体推荐书 › 六、保障支持",
            "page": None,
            "quote": "不超过500字",
            "source_quote": "不超过 500 字",
            "start": 12414,
            "end": 12423,
        }
    ],
}
