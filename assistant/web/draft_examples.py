"""The examples of counting and drafting in the OpenAPI document."""

from __future__ import annotations

from typing import Any

COUNT_ASKED: dict[str, Any] = {"text": {"summary": "A text", "value": {"text": "就业率98.6%，2024-2026年。"}}}
COUNT: dict[str, Any] = {
    "count": 8,
    "without_punctuation": 6,
    "characters": 20,
    "characters_with_spaces": 20,
}
DRAFT_ASKED: dict[str, Any] = {
    "field": {
        "summary": "One field",
        "value": {
            "form": "community-recommendation",
            "field": "6",
            "facts": {
                "units": [{"name": "某装备股份有限公司", "role": "牵头", "kind": "行业龙头企业", "region": "杭州市"}],
                "plans": [{"about": "资源投入", "text": "牵头企业投入设备12台套。"}],
            },
        },
    },
    "form": {"summary": "All of a form", "value": {"form": "centre-recommendation", "facts": {}}},
}
DRAFT: dict[str, Any] = {
    "form": "community-recommendation",
    "field": "6",
    "text": "（一）建设单位提供的专项支持政策。【待补充：建设单位提供的专项支持政策】\n（二）资源投入。牵头企业投入设备12台套。",
    "count": 56,
    "limit": 500,
    "limit_quote": "不超过500字",
    "required": [
        {"element": "建设单位提供的专项支持政策", "covered": False},
        {"element": "资源投入", "covered": True},
    ],
    "placeholders": ["【待补充：建设单位提供的专项支持政策】"],
    "warnings": [],
}
