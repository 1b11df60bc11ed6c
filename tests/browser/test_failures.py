"""When something fails: a sentence says what happened, what was typed stays, and trying again works."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.driving import ANSWERS, BOX, LIMIT, SILENCE, answer_to, ask, box_text, ready, send

TURN = "**/gradio_api/run/turn"
LATE = "答案迟迟未到，问题还在输入框里，请再发一次。"
OFFLINE = "没有连上服务器，问题还在输入框里，请检查网络后再发一次。"


def _in_our_shape(status: int, message: str) -> Callable[[Route], None]:
    body = f'{{"error": {{"code": "x", "message": "{message}"}}}}'
    return lambda route: route.fulfill(status=status, content_type="application/json", body=body)


def _body(status: int, body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=status, content_type="text/html", body=body)


FAILURES: dict[str, Callable[[Route], None]] = {
    "500": _in_our_shape(500, "出了故障。"),
    "429": _in_our_shape(429, "问得太快，请稍等。"),
    "500 of a proxy": _body(502, "<html><h1>Bad Gateway</h1></html>"),
    "no JSON": _body(200, "<!doctype html><script>window.__hit = 1</script>"),
    "half a JSON": _body(200, '{"data": [{"html": "<p>'),
    "an empty list": _body(200, '{"data": []}'),
    "null": _body(200, "null"),
    "another shape": _body(200, '{"data": [{"other": 1}]}'),
    "no connection": lambda route: route.abort("connectionrefused"),
    "connection lost": lambda route: route.abort("connectionreset"),
}


def problem(page: Page) -> str:
    """The sentence shown in place of the answer."""
    alert = page.locator(".problem [role=alert]")
    alert.wait_for()
    return alert.locator("p").inner_text()


def test_every_failure_is_said_the_question_stays_and_trying_again_works(chat: Open) -> None:
    page = chat("phone")
    for how, failing in FAILURES.items():
        page.route(TURN, failing)
        send(page, LIMIT["zh"])
        said = problem(page)
        assert said, how
        assert "undefined" not in said, how
        assert "<" not in said, how
        expect(page.locator("body")).not_to_contain_text("Bad Gateway")
        assert box_text(page) == LIMIT["zh"], how
        expect(page.locator(".turn .question").last).to_have_text(LIMIT["zh"])
        expect(page.locator("#stop")).to_be_hidden()
        page.unroute(TURN)
        answer_to(page, page.locator(".problem button").click)
        expect(page.locator(".problem")).to_have_count(0)
        assert box_text(page) == "", how
    expect(page.locator(".turn")).to_have_count(len(FAILURES))


def test_the_servers_own_sentence_is_shown(chat: Open) -> None:
    page = chat("wide")
    page.route(TURN, FAILURES["429"])
    send(page, LIMIT["zh"])
    assert problem(page) == "问得太快，请稍等。"


def test_offline_is_said_and_the_conversation_stays(chat: Open) -> None:
    page = chat("wide")
    ask(page, SILENCE["zh"])
    page.context.set_offline(True)
    send(page, LIMIT["zh"])
    assert problem(page) == OFFLINE
    assert box_text(page) == LIMIT["zh"]
    expect(page.locator(ANSWERS)).to_have_count(1)
    page.context.set_offline(False)
    answer_to(page, lambda: page.press(BOX, "Enter"))
    expect(page.locator(".problem")).to_have_count(0)


def test_a_server_that_hangs_is_given_up_and_said(chat: Open) -> None:
    page = chat("wide")
    page.clock.install()
    page.reload()
    page.clock.resume()
    ready(page)
    page.route(TURN, lambda route: None)
    send(page, LIMIT["zh"])
    page.locator(".waiting [role=status]").wait_for()
    page.clock.fast_forward(31_000)
    assert problem(page) == LATE
    assert box_text(page) == LIMIT["zh"]


def test_waiting_can_be_stopped_and_nothing_is_lost(chat: Open) -> None:
    page = chat("phone")
    page.route(TURN, lambda route: None)
    send(page, LIMIT["zh"])
    page.locator("#stop").click()
    expect(page.locator("#status")).to_have_text("已停止。问题还在输入框里。")
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator("#hello")).to_be_visible()
    expect(page.locator("#send")).to_be_visible()
    assert box_text(page) == LIMIT["zh"]
    page.unroute(TURN)
    answer_to(page, lambda: page.press(BOX, "Enter"))


def test_what_is_typed_while_waiting_stays(chat: Open) -> None:
    page = chat("wide")
    held: list[Route] = []
    page.route(TURN, lambda route: held.append(route))
    send(page, LIMIT["zh"])
    page.locator(".waiting").wait_for()
    page.fill(BOX, "下一个问题")
    held[0].continue_()
    page.locator(ANSWERS).wait_for()
    assert box_text(page) == "下一个问题"


def test_what_cannot_be_asked_is_said_by_the_server(chat: Open) -> None:
    page = chat("wide")
    page.locator(BOX).evaluate("box => box.removeAttribute('maxlength')")
    send(page, "长" * 2001)
    assert "2000" in problem(page).replace(",", "")
    expect(page.locator(".problem button")).to_have_count(0)
    assert len(box_text(page)) == 2001


def test_a_missing_document_is_a_page_of_ours(chat: Open, server: str) -> None:
    page = chat("wide")
    for path in ("/library/nothing-here", "/en/library/nothing-here", "/library/..%2f..%2fetc"):
        page.goto(server + path)
        assert "Traceback" not in page.content()
        expect(page.locator("body")).not_to_be_empty()
