"""Forms over HTTP: the fields of the command line, as described, one error shape."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from assistant.forms_told import form_fields, forms_fields
from assistant.service import Assistant
from assistant.settings import HOME, Web
from assistant.web import form_examples
from assistant.web.application import create_app
from tests.drafting.test_corpus_forms import documents
from tests.drafting.test_corpus_forms import held as corpus_forms


@pytest.fixture
def client(held: Assistant) -> Iterator[TestClient]:
    with TestClient(create_app(held, chat=False, web=Web(rate="0")), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_fields_are_those_of_the_command_line(client: TestClient, held: Assistant, language: str) -> None:
    assert client.get("/api/forms", params={"lang": language}).json() == forms_fields(held.forms(), language)
    for name in ("lighthouse", "附件1", "灯塔表", "lighthouse-list"):
        response = client.get(f"/api/forms/{name}", headers={"Accept-Language": language})
        assert response.status_code == 200
        assert response.json() == form_fields(held.form(name), held.documents(), (), language)


def test_what_is_sent_is_what_is_described(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    for path, names in (("/api/forms", [""]), ("/api/forms/{form}", ["lighthouse", "lighthouse-list"])):
        content = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        schema = {**content["schema"], "components": document["components"]}
        for name in names:
            body = client.get(path.replace("{form}", name)).json()
            Draft202012Validator(schema).validate(body)


@pytest.mark.parametrize(
    ("name", "status", "code"), [("harbour", 404, "unknown_id"), ("灯塔", 400, "ambiguous"), (" ", 404, "unknown_id")]
)
def test_a_name_of_none_or_several_is_told(client: TestClient, name: str, status: int, code: str) -> None:
    response = client.get(f"/api/forms/{name}")
    assert response.status_code == status
    assert response.json()["error"]["code"] == code
    assert "lighthouse" in response.json()["error"]["message"]


def test_the_example_is_part_of_what_is_answered() -> None:
    form = next(one for one in corpus_forms().held if one.id == form_examples.FORM["id"])
    told = form_fields(form, documents().values(), (), "zh")
    shown = form_examples.FORM
    cited = {(one["clause"], one["quote"]): {**one, "n": 0} for one in told["citations"]}
    for one in shown["citations"]:
        assert {**one, "n": 0} == cited[one["clause"], one["quote"]]
    (field,) = (one for one in told["fields"] if one["path"] == "3")
    assert {k: v for k, v in field.items() if k in ("path", "label", "kind", "elements", "years")} == {
        k: v for k, v in shown["fields"][0].items() if k in ("path", "label", "kind", "elements", "years")
    }
    head = next(one for one in forms_fields(corpus_forms(), "zh")["forms"] if one["id"] == form.id)
    assert head == form_examples.FORMS["forms"][0]


def test_the_corpus_told_over_http_fits_its_description(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    content = document["paths"]["/api/forms/{form}"]["get"]["responses"]["200"]["content"]["application/json"]
    checked = Draft202012Validator({**content["schema"], "components": document["components"]})
    for form in (*corpus_forms().held, *corpus_forms().absent):
        checked.validate(form_fields(form, documents().values(), (), "en"))
    assert (HOME / "corpus" / "forms").is_dir()
