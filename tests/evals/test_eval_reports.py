"""The three files made of a report: what they show, and that nobody's words are ever obeyed."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from evals import __main__ as command
from evals.reports.contexts import Context, context
from evals.reports.figures import measures
from evals.reports.junit import junit
from evals.reports.markdown import markdown, told
from evals.reports.page import page
from evals.reports.view import differing
from evals.reports.visible import one_line, visible
from evals.running import FORMAT
from evals.sources import Sources, source

HELD = Sources({"rules": source("rules", "第一条 牵头单位为本科院校。\n第二条 企业注册时间不少于\n 3 年。\n")})
HOSTILE = (
    '<script>alert(1)</script>"><img src=x onerror=alert(2)> \u202egnp \x1b[31m \ud800 \ufffe {{ 7 * 7 }} &amp; |`*'
)


def case(identity: str, status: str = "failed", **changes: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "id": identity, "digest": identity, "suite": "own", "kind": "number", "lang": "zh", "family": identity,
        "programmes": ["p"], "question": "企业要注册满几年？", "history": [], "status": status, "reason": "",
        "wanted": {"verdict": None, "verdict_alt": [], "silent": False, "must_include": [["3年"]], "must_not_include": [],
                   "gold": [{"document": "rules", "quote": "不少于3年"}]},
        "permit": "", "step": None if status == "passed" else {"name": "not selected", "why": "no finding rests on it"},
        "marks": {"facts": {"result": "pass" if status == "passed" else "fail", "reason": "missing: 3年"}},
        "measures": {"pass": [float(status == "passed"), 1.0]},
        "got": {"outcome": "answered", "understood_as": "企业的注册年限", "answer": "两年", "verdict": None,
                "abstained": False, "error": "",
                "citations": [{"document": "rules", "clause": "2", "quote": "不少于3年", "source_quote": "不少于\n 3 年",
                               "start": 25, "end": 32, "fault": "", "touches_gold": True}]},
        "steps": {"frame": {"asks": ["how_many"], "whether": False}, "scope": ["p"], "chosen": True,
                  "retrieved": [{"place": "rules#2", "score": 3.25, "coverage": 0.5, "text": "企业注册时间不少于3年。"}],
                  "decided": [], "settled": [{"programme": "p", "outcome": "answered", "verdict": None, "said": "x",
                                              "reason": "", "quotes": [], "rejected": []}],
                  "gold": [["rules#2"]], "digests": {}},
    }  # fmt: skip
    return usual | changes


def report(*cases: dict[str, Any]) -> dict[str, Any]:
    share = {"hits": sum(c["status"] == "passed" for c in cases), "total": len(cases)}
    states = {name: sum(c["status"] == name for c in cases) for name in ("passed", "failed", "unanswered", "unscored")}
    measure = {"title": "cases that pass", "better": "high", "value": share["hits"] / max(1, share["total"]), **share,
               "definition": "Cases that meet every criterion (our own)."}  # fmt: skip
    return {
        "format": FORMAT, "asked": "in process", "made": "2026-11-20T00:00:00Z", "today": "2026-11-20", "seconds": 1.5,
        "timing": {"replies": 1, "p50_ms": 1.0, "p95_ms": 2.0}, "digests": {"corpus": "a" * 16}, "twins": None,
        "determinism": None, "cases": list(cases),
        "figures": {
            "cases": len(cases), **states, "pass_rate": share, "by_kind": {"number": share}, "by_lang": {"zh": share},
            "by_suite": {"own": share}, "by_criterion": {"facts": share}, "measures": {"pass": measure},
            "verdicts": {"macro_f1": 0.5}, "permits": {}, "faults": {"not found": 0}, "steps": {"not selected": 1},
            "median_answer_length": 2.0,
        },
    }  # fmt: skip


def test_twins_verdicts_and_other_hash_seeds_are_shown() -> None:
    made = report(case("a"))
    rate = {"hits": 1, "total": 2}
    row = {"id": "x", "kind": "figure", "case": "a", "question": "几家？", "change": "5→8", "wanted": "8", "verdict": "yes",
           "answer": "5家", "follows": False, "false_permit": True, "why": "yes for no", "crashed": ""}  # fmt: skip
    made["twins"] = {"cases": 1, "of": 3, "rates": {"figure": rate, "entity": {"hits": 0, "total": 0}}, "unrelated": rate,
                     "false_permits": 1, "twins": [row, row | {"follows": True, "answer": "8家"}]}  # fmt: skip
    made["determinism"] = {"hits": 1, "total": 2, "differ": ["b"]}
    made["figures"]["verdicts"] = {"macro_f1": 0.25, "confusion": {"no": {"yes": 7}}}
    text = Seen(page(made, None, HELD)).text
    for words in (
        "Twins of 1 of 3 cases",
        "5→8",
        "5家",
        "unrelated answers that stay",
        "1 of 2, not b",
        "macro F1 0.250",
    ):
        assert words in text, words
    assert "8家" not in text
    assert "entity" not in text


class Seen(HTMLParser):
    """All text and all tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.tags = "", []
        self.feed(text)

    tags: list[tuple[str, dict[str, str | None]]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_failing_case_is_shown_with_all_that_explains_it() -> None:
    seen = Seen(page(report(case("a"), case("b", "passed")), None, HELD))
    for words in ("企业要注册满几年？", "企业的注册年限", "两年", "not selected", "no finding rests on it", "rules#2",
                  "企业注册时间不少于3年。", "missing: 3年", "touches gold", "how_many", "50.0", "Family a"):  # fmt: skip
        assert words in seen.text, words
    cases = [attributes["id"] for tag, attributes in seen.tags if tag == "details" and attributes.get("id")]
    assert cases == ["case-a"]
    everything = Seen(page(report(case("a"), case("b", "passed")), None, HELD, everything=True))
    assert "case-b" in [attributes.get("id") for _, attributes in everything.tags]


def test_the_cited_words_are_marked_in_their_place() -> None:
    shown = page(report(case("a")), None, HELD)
    assert '企业注册时间</span><mark>不少于3年</mark><span class="around">。' in shown
    text = HELD.by_id["rules"].text
    cited = {"document": "rules", "quote": "", "source_quote": "条", "start": text.rindex("条")}
    assert context(cited, HELD) == Context("第一条牵头单位为本科院校。第二", "条", "企业注册时间不少于3年。")
    assert context(cited | {"start": None}, HELD) == Context("第一", "条", HELD.by_id["rules"].tight[3:63])
    assert context(cited | {"document": "other"}, HELD) is None


def test_what_changed_stands_side_by_side_and_the_worst_first() -> None:
    base = report(case("a", "passed", got={"answer": "不少于三年", "verdict": "no"}), case("b", "passed"))
    new = report(case("a", got=case("a")["got"] | {"answer": "不少于两年"}), case("b", permit="yes for no"))
    text = Seen(page(new, base, HELD)).text
    assert "Stops" in text
    assert text.index("New false permits: 1") < text.index("Pass → fail: 2")
    shown = page(new, base, HELD)
    assert "不少于<del>三</del>年" in shown
    assert "不少于<ins>两</ins>年" in shown
    assert text.index("false permit: yes for no") < text.index("passed in the baseline")
    assert "Nothing here stops a change." in Seen(page(base, base, HELD)).text


def test_texts_with_little_in_common_are_shown_whole() -> None:
    assert differing("甲乙丙", "甲乙丁") == ((("same", "甲乙"), ("gone", "丙")), (("same", "甲乙"), ("new", "丁")))
    assert differing("甲乙丙", "丁戊己") == ((("same", "甲乙丙"),), (("same", "丁戊己"),))
    assert differing("", "甲") == ((("same", ""),), (("same", "甲"),))


def hostile() -> dict[str, Any]:
    """A case whose every word is written by an enemy."""

    def poisoned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: poisoned(held) for key, held in value.items()}
        if isinstance(value, list):
            return [poisoned(held) for held in value]
        return f"{value} {HOSTILE}" if isinstance(value, str) else value

    made: dict[str, Any] = poisoned(case("a"))
    return made | {"status": "failed", "marks": {"facts": {"result": "fail", "reason": HOSTILE}}}


def test_a_hostile_answer_adds_no_tag_and_no_unseen_character() -> None:
    base = report(case("a " + HOSTILE, "passed"))
    kind, bad = page(report(case("a")), report(case("a", "passed")), HELD), page(report(hostile()), base, HELD)
    seen = Seen(bad)
    assert {tag for tag, _ in seen.tags} <= {tag for tag, _ in Seen(kind).tags} | {"p", "ins", "del"}
    assert bad.count("<script") == 1
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on")]
    assert "[U+202E]gnp [U+001B][31m [U+D800] [U+FFFE]" in seen.text
    assert "{{ 7 * 7 }}" in seen.text
    for char in ("\u202e", "\x1b", "\ud800", "\ufffe"):
        assert char not in bad


def test_the_page_asks_nobody_for_anything() -> None:
    shown = page(report(case("a")), None, HELD)
    assert not re.search(r"(?:src|href)=(?!\"#)", shown)
    assert not re.search(r"url\(|@import|https?:", shown)
    policy = next(a["content"] for tag, a in Seen(shown).tags if a.get("http-equiv"))
    assert policy
    assert policy.startswith("default-src 'none'")
    for name in ("style", "script"):
        inside = re.search(rf"<{name}>(.*?)</{name}>", shown, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert " style=" not in shown


def test_junit_is_xml_with_every_state_apart() -> None:
    lost = case("c", "unanswered", got=None, marks={}, step=None, steps=None, reason="HTTP 503: busy")
    root = fromstring(junit(report(hostile(), case("b", "passed"), lost)))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "1")
    assert [suite.get("tests") for suite in root] == ["2", "1"] or len(root) == 2
    failure, error = root.find(".//failure"), root.find(".//error")
    assert failure is not None
    assert error is not None
    assert "<script>" in str(failure.get("message"))
    assert error.get("message") == "HTTP 503: busy"


def test_markdown_obeys_nobody() -> None:
    text = markdown(report(hostile()), report(case("b", "passed")))
    row = next(line for line in text.splitlines() if line.startswith("| a "))
    assert "<" not in row
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
    assert told("a|b `c` [x](http://y) @me #1 <b>\nwww.z") == (
        r"a\|b \`c\` \[x\](http&#58;//y) &#64;me \#1 &lt;b&gt; www&#46;z"
    )
    assert "**Missing: 1**" in text
    assert len(told("长" * 1000)) == 300


def test_unseen_characters_are_named() -> None:
    assert visible("a\r\nb\tc\u200bd\ue000") == "a\nb\tc[U+200B]d[U+E000]"
    assert one_line(" a\n b ") == "a b"


def test_intervals_fit_what_is_counted() -> None:
    cases = [
        case(str(n), measures={"pass": [float(n < 8), 1.0], "f": [n / 10, 1.0], "v": [2.0, 2.0]}) for n in range(10)
    ]
    made = report(*cases)
    base = {"title": "x", "better": "low", "definition": "", "hits": 1, "total": 1}
    made["figures"]["measures"] = {name: base | {"value": 0.8} for name in ("pass", "f", "v", "nothing")}
    made["figures"]["measures"]["nothing"]["value"] = None
    old = json.loads(json.dumps(made))
    old["figures"]["measures"]["f"]["value"] = 0.7
    found = dict(zip(("pass", "f", "v", "nothing"), measures(made, old), strict=True))
    assert found["pass"].interval == "49.0–94.3"
    assert found["v"].interval == "72.2–100.0"
    low, high = (float(end) for end in found["f"].interval.split("–"))
    assert 20 < low < 45 < high < 70
    assert (found["f"].change, found["f"].way) == ("+10.0", "worse")
    assert (found["pass"].change, found["nothing"].value, found["nothing"].interval) == ("0", "–", "")


def test_the_command_writes_what_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report(case("a"))), "utf-8")
    assert command.main(["report", str(path)]) == 2
    assert "--html, --markdown or --junit" in capsys.readouterr().err
    (tmp_path / "baseline.json").write_text(json.dumps(report(case("a")) | {"reason": "first"}), "utf-8")
    assert command.main(["report", str(tmp_path / "baseline.json"), "--html", str(path)]) == 2
    assert "is a baseline" in capsys.readouterr().err
    wanted = [tmp_path / "out" / name for name in ("page.html", "report.md", "junit.xml")]
    flags = [part for pair in zip(("--html", "--markdown", "--junit"), map(str, wanted), strict=True) for part in pair]
    assert command.main(["report", str(path), "--base", str(path), *flags]) == 0
    assert all(one.stat().st_size > 300 for one in wanted)
