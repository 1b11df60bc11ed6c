"""schemathesis over the OpenAPI document: whatever fits or breaks it, the answer is one that the document describes.

SCHEMATHESIS_EXAMPLES sets how many requests are invented for each operation (80). The engine is asked directly:
its pytest plugin for lazily loaded schemas sets an attribute that pytest 9 nodes no longer have.
"""

from __future__ import annotations

import os
from collections import Counter

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from assistant.service import Assistant
from assistant.settings import Web
from assistant.web.application import create_app

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "80"))
CHECKED = {
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "allow_header_conformance",
}
CONFIG = {
    "seed": 20261120,
    "continue-on-failure": True,
    "generation": {"max-examples": EXAMPLES, "deterministic": True, "database": "none"},
    "checks": {
        # Too long a question is 413, as promised. That what fits the schema is accepted is not checked: a question
        # of blanks fits it, and so does the id of a programme that nobody holds.
        "negative_data_rejection": {"expected-statuses": ["400", "404", "405", "413", "414", "422"]},
        "positive_data_acceptance": {"enabled": False},
    },
    "phases": {"stateful": {"enabled": False}},
}
OPERATIONS = 17


def test_every_answer_is_one_the_document_describes(assistant: Assistant) -> None:
    app = create_app(assistant, chat=False, web=Web(rate="0"))
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, config=SchemathesisConfig.from_dict(CONFIG))
    failures, asked, passed = [], Counter[str](), Counter[str]()
    for event in from_schema(schema).execute():
        assert not isinstance(event, events.NonFatalError | events.FatalError), event
        if not isinstance(event, events.ScenarioFinished):
            continue
        for case, checks in event.recorder.checks.items():
            asked[event.recorder.label] += 1
            for check in checks:
                passed[check.name] += 1
                if check.failure_info is not None:
                    command = event.recorder.cases[case].value.as_curl_command()
                    failures.append(f"{check.name}: {check.failure_info.failure}\n{command[:1_000]}")
    assert not failures, "\n\n".join(failures[:5])
    assert set(passed) >= CHECKED
    assert len(asked) == OPERATIONS
    assert asked["POST /api/ask"] > EXAMPLES
