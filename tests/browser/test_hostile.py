"""Whatever anybody writes stays words: as a question, in an address, in the browser's storage, in a document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driving import ANSWERS, BOX, OUTSIDE, ROOT_OF, STORE, ask, bare, open_chat, open_source, ready
from tests.browser.machine import serving
from tests.browser.payloads import HIT, PAYLOADS, batches

DOCUMENT = "library/cjk-consortium-guide"
WORDS = '<img src=x onerror="window.__hit=1">'
# Elements and attributes that none of our pages has in a place where words of others stand.
FOREIGN = """(root) => {
  const places = [...root.querySelectorAll('#talk, #source, #main, .top')];
  const all = places.flatMap((place) => [...place.querySelectorAll('*')]);
  const strange = all.filter((one) =>
    one.matches('script:not([type="application/json"]), img, svg, math, iframe, object, embed, style, link, base, meta,'
      + ' video, audio, source, marquee, dialog, template, frameset, table, b, isindex, [style], [srcdoc], [formaction],'
      + ' [popover], [autofocus], [background]')
    || [...one.attributes].some((held) => held.name.startsWith('on') || /^\\s*(javascript|data|vbscript):/i.test(held.value)
      && ['href', 'src', 'action'].includes(held.name)));
  const forms = all.filter((one) => one.matches('form') && !/^(answer|library|(\\.\\.?\\/)+library\\/)/.test(
    one.getAttribute('action') ?? ''));
  const doubled = ['said', 'starting', 'turns', 'talk', 'sheet', 'source', 'here', 'question'].filter(
    (id) => root.querySelectorAll(`[id="${id}"]`).length > 1);
  const outside = [...root.querySelectorAll('a[href]')].filter(
    (one) => /^\\/\\//.test(one.getAttribute('href')) || new URL(one.href, location).host !== location.host);
  const heads = [...root.querySelectorAll('base, meta[http-equiv]')].filter((one) => one.getAttribute('href') !== './');
  return [...strange, ...forms, ...outside, ...heads].map((one) => one.outerHTML.slice(0, 200)).concat(doubled);
}"""
HERE = f"() => ({FOREIGN})(document)"
SCAN = f"""async (addresses) => {{
  const foreign = {FOREIGN};
  const found = [];
  for (const address of addresses) {{
    const answer = await fetch(address, {{headers: {{accept: 'text/html'}}}});
    if (answer.status >= 500) found.push([address, answer.status]);
    if (!answer.headers.get('content-type').startsWith('text/html')) continue;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const one of foreign(page)) found.push([address, one]);
  }}
  return found;
}}"""


@pytest.fixture
def wary(window: Callable[..., BrowserContext]) -> Iterator[Callable[[str], Page]]:
    """Opens a page of a server on which dialogs, too, are noted; nothing may have come of any payload at the end."""
    opened: list[Page] = []
    dialogs: list[str] = []

    def open_wary(address: str) -> Page:
        page = window(address).new_page()
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(f"{address}/library")
        opened.append(page)
        return page

    yield open_wary
    assert dialogs == []
    for page in opened:
        assert_harmless(page)


def assert_harmless(page: Page) -> None:
    """No payload ran or became an element."""
    assert page.evaluate("() => window.__hit") is None
    assert page.evaluate(HERE) == []


def test_there_are_a_hundred_payloads_and_they_are_seen_where_they_work(
    wary: Callable[[str], Page], server: str
) -> None:
    assert len(set(PAYLOADS)) >= 100
    page = wary(server)
    page.evaluate(
        "text => { document.querySelector('h1').innerHTML = text; }", "<svg></svg><a href='javascript:1'>x</a>"
    )
    assert len(set(page.evaluate(HERE))) == 2
    page.evaluate("() => document.querySelector('h1').replaceChildren()")


def test_hostile_questions_stay_words(wary: Callable[[str], Page], server: str) -> None:
    page = wary(server)
    open_chat(page, f"{server}/")
    for text in batches(8):
        ask(page, text)
    assert_harmless(page)
    shown = page.locator(".turn .question").all_text_contents()
    assert [bare(text) for text in shown] == [bare(text) for text in batches(8)]
    page.locator(f"{ANSWERS} [data-copy]").last.click()
    page.reload()
    ready(page)
    assert_harmless(page)


def test_hostile_questions_in_the_storage_stay_words(wary: Callable[[str], Page], server: str) -> None:
    page = wary(server)
    open_chat(page, f"{server}/")
    html = "<article class='told'>x</article>"
    size = -(-len(PAYLOADS) // 30)
    turns = [{"q": text, "p": text, "a": text, "html": html} for text in batches(size)]
    kept = {"turns": turns, "draft": PAYLOADS[0], "programme": PAYLOADS[1]}
    page.evaluate("([key, kept]) => localStorage.setItem(key, JSON.stringify(kept))", [STORE["zh"], kept])
    page.reload()
    ready(page)
    expect(page.locator(ANSWERS)).to_have_count(len(turns))
    assert page.locator(BOX).input_value() == PAYLOADS[0]
    ask(page, OUTSIDE["zh"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_addresses_of_answers_stay_words(wary: Callable[[str], Page], server: str, language: str) -> None:
    page = wary(server)
    for text in batches(16):
        fields = [("q", text[:2000]), ("h", text), ("h", text[::-1]), ("p", text), ("g", text)]
        page.goto(f"{server}{ROOT_OF[language]}answer?{urlencode(fields)}")
        assert page.title()
        assert_harmless(page)


def test_every_page_with_a_hostile_address_holds_no_foreign_element(wary: Callable[[str], Page], server: str) -> None:
    page = wary(server)
    addresses = []
    for payload in PAYLOADS:
        said = quote(payload, safe="")
        addresses += [
            f"/library?q={said}",
            f"/{DOCUMENT}?q={said}",
            f"/{DOCUMENT}?clause={said}&from=0&to=5&q={said}&raw=1",
            f"/en/library/{said}",
            f"/answer?p={said}&g={said}",
        ]
    assert page.evaluate(SCAN, addresses) == []


def test_hostile_addresses_of_documents_do_nothing(wary: Callable[[str], Page], server: str) -> None:
    page = wary(server)
    for text in batches(40):
        page.goto(f"{server}/library?{urlencode({'q': text[:200]})}")
        assert_harmless(page)
        page.goto(f"{server}/en/{DOCUMENT}?{urlencode({'q': text[:200], 'clause': text, 'from': 0, 'to': 5})}")
        assert_harmless(page)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a document whose file name, title, headings and clauses are payloads."""
    folder = tmp_path_factory.mktemp("hostile")
    corpus = folder / "corpus"
    _write_corpus(corpus)
    with serving(folder / "server", corpus, ASSISTANT_RATE="0") as address:
        yield address


def _write_corpus(corpus: Path) -> None:
    sources = corpus / "sources"
    sources.mkdir(parents=True)
    name = "<img src=x onerror=window.__hit=1>&quot;'\"?a=1#%41.txt"
    lines = [f"灯塔计划{WORDS}申报通知", "一、申报条件"]
    lines += [f"申报单位为本科院校，联合申报单位（含{_kept(WORDS)}）不超过3家。", f"牵头单位为高等学校{PAYLOADS[0]}。"]
    for at, payload in enumerate(PAYLOADS, 1):
        heading = [f"{_chinese(at // 10 + 1)}、{_kept(payload)}"] if at % 10 == 0 else []
        lines += [*heading, f"（{_chinese(at % 10 or 10)}）材料须写明{_kept(payload)}和说明。"]
    (sources / name).write_text("\n".join(lines).replace("\0", "") + "\n", encoding="utf-8")
    entry: dict[str, Any] = {
        "file": name,
        "title": f"灯塔计划{WORDS}通知",
        "issuer": PAYLOADS[0],
        "number": PAYLOADS[20],
    }
    entry |= {"region": PAYLOADS[40], "status": "in_force", "provenance": PAYLOADS[3]}
    programme = {"id": "lighthouse", "document": name.removesuffix(".txt"), "names": ["灯塔计划", f"灯塔{WORDS}"]}
    made = [f"[[document]]\n{_toml(entry)}", f"[[programme]]\n{_toml(programme)}"]
    (corpus / "catalogue.toml").write_text("\n".join(made), encoding="utf-8")


def _kept(payload: str) -> str:
    """The payload in one line; reading leaves out short tags, as scans and conversions bring them, but not long ones."""
    return re.sub(r"<([A-Za-z]+)", f"<\\1 class='{'长' * 80}'", " ".join(payload.split()))


def _toml(fields: dict[str, Any]) -> str:
    return "".join(f"{name} = {json.dumps(value, ensure_ascii=True)}\n" for name, value in fields.items())


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return f"{digits[tens] if tens > 1 else ''}{'十' if tens else ''}{digits[ones] if ones else ''}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_hostile_document_stays_words(wary: Callable[[str], Page], hostile: str, language: str) -> None:
    page = wary(hostile)
    root = hostile + ROOT_OF[language]
    open_chat(page, root)
    assert_harmless(page)
    answer = ask(
        page, {"zh": "灯塔计划联合申报单位最多几家？", "en": "灯塔计划 at most how many joint units?"}[language]
    )
    card = answer.locator(".card").first
    expect(card.locator(".words")).to_contain_text("onerror")
    open_source(card)
    assert bare(page.locator("#sheet #here").inner_text()) == bare(card.locator(".words").inner_text())
    page.locator("#sheet .outlines summary").click()
    page.locator("#sheet .outline a").last.click()
    assert_harmless(page)
    page.locator("#sheet a[data-sheet]").click()
    page.locator("#sheet pre #here").wait_for()
    assert_harmless(page)
    page.goto(f"{root}library?{urlencode({'q': 'onerror'})}")
    expect(page.locator(".hits mark")).not_to_have_count(0)
    assert_harmless(page)
    page.locator(".hits a").first.click()
    expect(page.locator("mark#here")).to_have_text("onerror")
    assert_harmless(page)
    page.locator(".views a").first.click()
    expect(page.locator("pre.raw")).to_contain_text(HIT)
    assert_harmless(page)
    page.goto(f"{root}answer?{urlencode({'q': '灯塔计划联合申报单位最多几家？'})}")
    expect(page.locator(".told .words").first).to_contain_text("onerror")


def test_the_original_of_a_hostile_document_is_shown_as_plain_text(wary: Callable[[str], Page], hostile: str) -> None:
    page = wary(hostile)
    link = str(page.locator(".held h2 a").get_attribute("href"))
    page.goto(f"{hostile}/library/{link.rsplit('/', 1)[-1]}/file")
    assert page.evaluate("() => document.contentType") == "text/plain"
