"""What a developer breaks by a slip, the gate must catch: each slip is made in memory, and the own cases are asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from assistant.answering.grounds.scene import quantities_in
from assistant.guideline.values import Interval, Quantity
from assistant.indexing import passages
from assistant.search.fields import Terms
from assistant.search.lexical import LexicalIndex
from assistant.store import Texts
from evals import gate
from evals.asking import Asker, Heard, Place, stepping
from evals.cases import Case, load_cases
from evals.compare import compare
from evals.determinism import Repeated
from evals.grading import CRITERIA
from evals.held import Held
from evals.reply import Cited, Reply
from evals.running import HOME, report, run
from evals.sampling import stratified
from evals.sources import Sources, load_sources
from evals.twin_rows import Report as Twins
from evals.worlds import Workshop, engine_over

TODAY = date(2026, 11, 20)
CORPUS = HOME / "corpus"
Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bench:
    """The corpus with some own cases that pass, and the baseline they make."""

    texts: Texts
    held: Held
    sources: Sources
    cases: tuple[Case, ...]
    base: Fields
    heard: Mapping[str, Heard]

    def again(self, cases: Sequence[Case]) -> Mapping[str, Heard]:
        """The asker that says what the unbroken assistant said."""
        return self.heard

    def asker(self, texts: Texts | None = None, terms: Callable[[str], Terms] | None = None) -> Asker:
        index = LexicalIndex.in_memory(passages(self.texts.guidelines), *([terms] if terms else []))
        return stepping(engine_over(texts or self.texts, terms), self.held, TODAY, index)

    def asked(self, ask: Asker, **more: Any) -> Fields:
        return report(run(self.cases, ask, self.sources, **more), self.sources, Place(CORPUS, CORPUS, TODAY), 0.0)

    def shut(self, made: Fields) -> str:
        """What the gate says against the run, "" when it opens."""
        twins, same = Twins(0, 0, (), 0), Repeated(0, ())
        outcome = gate.judged(made, twins, same, self.base, compare(self.base, made))
        return "\n".join(f"{c.title}: {words}" for c in outcome.checks for words in c.against)


@pytest.fixture(scope="module")
def bench() -> Bench:
    sources = load_sources(CORPUS / "sources")
    every = load_cases(sorted((HOME / "evals" / "cases").glob("*.jsonl")), sources)
    plain = Workshop(CORPUS, TODAY).plain
    duties = [c for c in every if c.sense == "duty" and c.verdict == "yes"][:5]  # few: a sample may hold none
    some = tuple({c.id: c for c in (*stratified(every, 120), *duties)}.values())
    made = Bench(plain.texts, Held(plain.guidelines, sources), sources, some, {}, {})
    made = replace(made, heard=made.asker()(made.cases))
    passed = {case["id"] for case in made.asked(made.again)["cases"] if case["status"] == "passed"}
    made = replace(made, cases=tuple(case for case in made.cases if case.id in passed))
    return replace(made, base=made.asked(made.again))


def changed(ask: Asker, change: Callable[[Case, Reply], Reply | None]) -> Asker:
    """The same asker with some replies changed; None leaves a case out."""

    def every(cases: Sequence[Case]) -> Mapping[str, Heard]:
        heard = ask(cases)
        made = {c.id: change(c, reply) for c in cases if (reply := heard[c.id].reply)}
        return {i: replace(heard[i], reply=reply) for i, reply in made.items() if reply is not None}

    return every


def first(case: Case, reply: Reply, cited: Cited) -> Reply:
    return replace(reply, citations=(cited, *reply.citations[1:]))


def test_nothing_stands_against_the_same_code(bench: Bench) -> None:
    assert len(bench.cases) > 80
    assert bench.shut(bench.asked(bench.asker())) == ""


def test_a_broken_tokenizer_is_caught(bench: Bench) -> None:
    def by_blanks(text: str) -> Terms:
        words = " ".join(text.split())
        return Terms({"bigrams": words, "characters": words, "words": words}, len(set(text.split())))

    assert "plain search R@10" in bench.shut(bench.asked(bench.asker(terms=by_blanks)))


def test_a_flipped_bound_is_caught(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """不超过 read as 不少于: figures are read in the middle of deciding, so there is no seam to hand in another reader."""

    def flipped(text: str) -> tuple[Quantity, ...]:
        return tuple(
            replace(q, interval=Interval(q.interval.high, q.interval.low, q.interval.high_open, q.interval.low_open))
            for q in quantities_in(text)
        )

    monkeypatch.setattr("assistant.answering.figures.bounds.quantities_in", flipped)
    assert "new false permit" in bench.shut(bench.asked(bench.asker()))


def test_a_rule_that_admits_everybody_is_caught(bench: Bench) -> None:
    opened = tuple(
        replace(s, modality="may", closed=False) if s.attribute == "unit" else s for s in bench.texts.statements
    )
    assert "nothing is worse" in bench.shut(bench.asked(bench.asker(replace(bench.texts, statements=opened))))


@pytest.mark.parametrize("words", ["作为联合申报单位的企业需成立不少于5年", "可以不受注册时间限制"])
def test_a_fabricated_quote_is_caught(bench: Bench, words: str) -> None:
    victim = next(c.id for c in bench.cases if c.gold and not c.silent)
    ask = changed(bench.again, lambda case, reply: reply if case.id != victim else first(
        case, reply, replace(reply.citations[0], quote=words, source_quote=words)))  # fmt: skip
    made = bench.asked(ask)
    assert f"newly broken quote: {victim} not found" in bench.shut(made)
    assert made["figures"]["faults"]["not found"] == 1


def test_a_figure_that_is_shown_and_not_received_is_caught(bench: Bench) -> None:
    def change(case: Case, reply: Reply) -> Reply:
        cited = next((c for c in reply.citations if "5" in c.quote), None)
        return first(case, reply, replace(cited, quote=cited.quote.replace("5", "8"))) if cited else reply

    made = bench.asked(changed(bench.again, change))
    assert "newly broken quote" in bench.shut(made)
    assert made["figures"]["faults"]["altered"] > 0


def test_a_stitched_quote_is_caught(bench: Bench) -> None:
    def change(case: Case, reply: Reply) -> Reply:
        if len(reply.citations) < 2 or any(len(c.source_quote) < 12 for c in reply.citations[:2]):
            return reply
        words = reply.citations[0].source_quote[:10] + reply.citations[1].source_quote[-10:]
        return first(case, reply, replace(reply.citations[0], quote="", source_quote=words))

    made = bench.asked(changed(bench.again, change))
    assert "newly broken quote" in bench.shut(made)
    assert made["figures"]["faults"]["stitched"] > 0


def test_a_quote_of_the_sibling_programme_is_caught(bench: Bench) -> None:
    def change(case: Case, reply: Reply) -> Reply:
        cited = reply.citations[0] if reply.citations else None
        other = next((d for d in bench.sources.by_id if cited and d != cited.document), "")
        return first(case, reply, replace(cited, document=other)) if cited and other else reply

    made = bench.asked(changed(bench.again, change))
    assert "newly broken quote" in bench.shut(made)
    assert made["figures"]["faults"]["misattributed"] > 0


def test_the_true_words_of_a_sibling_are_caught(bench: Bench) -> None:
    """Word for word and rightly attributed, but another programme's rule."""
    words = {d: s.text[400:440] for d, s in bench.sources.by_id.items()}

    def change(case: Case, reply: Reply) -> Reply:
        other = next(d for d in words if d not in {gold.document for gold in case.gold})
        start = bench.sources.by_id[other].text.index(words[other])
        lent = Cited(other, words[other], words[other], start, start + len(words[other]))
        return replace(reply, citations=(lent,)) if case.gold and not case.silent else reply

    made = bench.asked(changed(bench.again, change))
    assert made["figures"]["measures"]["verbatim"]["value"] == 1.0
    assert "more cases fail than chance and tolerance explain" in bench.shut(made)


def test_a_silently_dropped_case_is_caught(bench: Bench) -> None:
    gone = bench.cases[3].id
    unheard = bench.asked(changed(bench.again, lambda case, reply: None if case.id == gone else reply))
    assert f"missing: {gone} unanswered" in bench.shut(unheard)
    fewer = replace(bench, cases=tuple(case for case in bench.cases if case.id != gone))
    assert f"missing: {gone} the case is gone" in bench.shut(fewer.asked(bench.again))


def test_a_hedge_in_place_of_a_no_is_caught(bench: Bench) -> None:
    victim = next(c.id for c in bench.cases if c.verdict == "no" and not c.verdict_alt)
    ask = changed(bench.again, lambda case, reply: reply if case.id != victim else replace(
        reply, verdict="conditional", answer="视情况。" + reply.answer, abstained=False))  # fmt: skip
    assert f"new false permit: {victim} conditional for no" in bench.shut(bench.asked(ask))


def test_a_waived_duty_is_caught(bench: Bench) -> None:
    bound = [c for c in bench.cases if c.sense == "duty" and c.verdict == "yes"]
    ask = changed(bench.again, lambda case, reply: reply if case not in bound else replace(reply, verdict="no"))
    assert bound
    assert f"new false permit: {bound[0].id} no for yes, a duty waived" in bench.shut(bench.asked(ask))


def test_a_scorer_that_crashes_is_caught(bench: Bench) -> None:
    def crash(case: Case, reply: Reply, sources: Sources) -> str:
        raise ZeroDivisionError("oops")

    made = bench.asked(bench.again, criteria={**CRITERIA, "facts": crash})
    assert made["figures"]["failed"] == 0
    assert made["figures"]["measures"]["pass"]["value"] is None
    assert "every case is answered and scored" in bench.shut(made)


def test_without_a_baseline_the_gate_is_shut(bench: Bench) -> None:
    outcome = gate.judged(bench.base, Twins(0, 0, (), 0), Repeated(0, ()), None, None)
    assert [check.title for check in outcome.checks if check.against] == ["nothing is worse than the baseline"]
    assert not outcome.open


def test_other_words_under_another_hash_seed_shut_the_gate(bench: Bench) -> None:
    same = compare(bench.base, bench.base)
    outcome = gate.judged(bench.base, Twins(0, 0, (), 0), Repeated(2, ("x-1",)), bench.base, same)
    assert [check.against for check in outcome.checks if check.against] == [("x-1",)]
