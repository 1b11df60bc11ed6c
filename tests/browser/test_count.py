"""字数 as the pages count it while one types."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import chain

from playwright.sync_api import BrowserContext

from assistant.drafting.count import words
from tests.drafting.count_table import same_unicode
from tests.drafting.counted import of_every_class, of_sources, sampled

COUNT = """async (texts) => {
  const { words } = await import("./ui/count.js");
  return JSON.parse(texts).map(words);
}"""
PACE = """async (text) => {
  const { words } = await import("./ui/count.js");
  words(text);
  const begun = performance.now();
  for (let time = 0; time < 20; time++) words(text);
  return (performance.now() - begun) / 20;
}"""


def test_chromium_counts_as_the_engine(window: Callable[..., BrowserContext], server: str) -> None:
    page = window().new_page()
    page.goto(f"{server}/library")
    texts = (
        list(chain(sampled(10_000, seed=11), of_every_class(), of_sources())) if same_unicode() else list(of_sources())
    )
    counted = page.evaluate(COUNT, json.dumps(texts))
    wrong = [(text, words(text), told) for text, told in zip(texts, counted, strict=True) if words(text) != told]
    assert not wrong, (len(wrong), wrong[:5])


def test_a_long_text_is_counted_at_once(window: Callable[..., BrowserContext], server: str) -> None:
    page = window().new_page()
    page.goto(f"{server}/library")
    assert page.evaluate(PACE, "产教融合，协同育人；2024年培训1,200人次。\n" * 500) < 50
