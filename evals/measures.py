"""Every figure that is counted case by case, each defined here once, with its source.

A measure gives (hits, total) for a case, or None where it does not apply: no reply, no gold, no trace, or a criterion
that crashed. Its value over many cases is the sum of the hits over the sum of the totals, so that any group of cases
can be summed or resampled; where nothing counts there is no value, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from evals.fidelity import cited_sentences, figures_told
from evals.grading import at_risk
from evals.metrics import EARLY, EARLY_KINDS, Count, Counted, Item
from evals.quoting import fault, touches, touches_gold
from evals.ranking import mrr, ndcg_at_10, recall_at, search_mrr, search_recall
from evals.reply import Reply
from evals.sources import Sources
from evals.text import mentions


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: what it is called, which way is better, and how one case counts."""

    title: str
    better: Literal["high", "low"]
    count: Count

    @property
    def definition(self) -> str:
        """What it says and where it comes from."""
        return " ".join((self.count.__doc__ or "").split())


def passing(item: Item, sources: Sources) -> Counted | None:
    """Cases that meet every criterion that applies, of those scored (evals/grading.py; our own)."""
    return (float(item.grade.status == "passed"), 1.0) if item.scored else None


def verbatim(item: Item, sources: Sources) -> Counted | None:
    """Citations that stand word for word where they say, of all given (`quoting.fault`; our own, must be 1.000)."""
    reply = _reply(item)
    if reply is None or not reply.citations:
        return None
    return float(sum(not fault(c, sources) for c in reply.citations)), float(len(reply.citations))


def citation_precision(item: Item, sources: Sources) -> Counted | None:
    """Citations that share a place with gold, of all given to cases with gold (precision of Manning et al. 2008,
    section 8.3, over citations as ALCE does: Gao et al., EMNLP 2023; place instead of a judge's entailment)."""
    reply = _reply(item)
    if reply is None or not item.case.gold or not reply.citations:
        return None
    return float(sum(touches(c, item.case, sources) for c in reply.citations)), float(len(reply.citations))


def citation_recall(item: Item, sources: Sources) -> Counted | None:
    """Gold quotes that some citation shares a place with, alternatives as one, of all gold quotes of the cases that
    the documents answer and that have a reply (sources as for precision)."""
    reply = _reply(item)
    if reply is None or not item.case.gold or item.case.silent:
        return None
    held = [
        any(touches_gold(cited, gold, sources) for gold in group for cited in reply.citations)
        for group in item.case.gold_groups
    ]
    return float(sum(held)), float(len(held))


def citation_f1(item: Item, sources: Sources) -> Counted | None:
    """The harmonic mean of a case's citation precision and recall, 0 without a citation, mean over the cases (van
    Rijsbergen 1979, chapter 7; macro average as in SQuAD: Rajpurkar et al., EMNLP 2016)."""
    found = citation_recall(item, sources)
    if found is None:
        return None
    given = citation_precision(item, sources) or (0.0, 1.0)
    p, r = given[0] / given[1], found[0] / found[1]
    return (2 * p * r / (p + r) if p + r else 0.0), 1.0


def sentences_cited(item: Item, sources: Sources) -> Counted | None:
    """Sentences of an answer that share six characters in a row with one of its quotes, of all sentences of six
    characters or more (citation coverage: Liu, Zhang and Liang, EMNLP Findings 2023; by words instead of by marks)."""
    reply = _reply(item)
    if reply is None or reply.silent:
        return None
    return _counted(*cited_sentences(reply))


def false_permit(item: Item, sources: Sources) -> Counted | None:
    """Replies more permissive than gold, of the cases where one can be (`grading.permit`; the contract)."""
    if _reply(item) is None or not at_risk(item.case):
        return None
    return float(bool(item.grade.permit)), 1.0


def false_answer(item: Item, sources: Sources) -> Counted | None:
    """Answers, of the cases on which the documents are silent and nothing else is fair (one minus the recall of
    abstention: Rajpurkar, Jia and Liang, ACL 2018)."""
    reply, case = _reply(item), item.case
    if reply is None or not case.silent or len(case.accepted) > 1:
        return None
    return float(not reply.silent), 1.0


def over_refusal(item: Item, sources: Sources) -> Counted | None:
    """Abstentions, of the cases that the documents answer and where silence is not fair (over-refusal as in XSTest:
    Röttger et al., NAACL 2024)."""
    reply, case = _reply(item), item.case
    if reply is None or case.silent or "not_specified" in case.accepted:
        return None
    return float(reply.silent), 1.0


def hedging(item: Item, sources: Sources) -> Counted | None:
    """Verdict "conditional", of the cases whose gold is a plain yes or no and where it is not fair (our own)."""
    reply, case = _reply(item), item.case
    if reply is None or case.verdict not in ("yes", "no") or "conditional" in case.accepted:
        return None
    return float(reply.verdict == "conditional"), 1.0


def fidelity(item: Item, sources: Sources) -> Counted | None:
    """Figures and dates of an answer that stand in its quotes, in the question or in the day of asking, of all of
    them (our own; of the family of Maynez et al., ACL 2020)."""
    reply = _reply(item)
    if reply is None or reply.silent:
        return None
    return _counted(*figures_told(reply, item.case))


def completeness(item: Item, sources: Sources) -> Counted | None:
    """Groups of must_include of which the answer has one wording, of all groups (nugget recall: Voorhees, TREC 2003
    Question Answering Track)."""
    reply, groups = _reply(item), item.case.must_include
    if reply is None or not groups:
        return None
    told = (any(mentions(reply.answer, words) >= 0 for words in group) for group in groups)
    return float(sum(told)), float(len(groups))


def early(item: Item, sources: Sources) -> Counted | None:
    """Numbers, dates and contacts that stand in the first 40 characters of the answer (the contract)."""
    reply, case = _reply(item), item.case
    if reply is None or case.silent or case.kind not in EARLY_KINDS or not case.must_include:
        return None
    head = reply.answer[:EARLY]
    return float(any(mentions(head, words) >= 0 for group in case.must_include for words in group)), 1.0


MEASURES: Mapping[str, Measure] = {
    "pass": Measure("cases that pass", "high", passing),
    "recall@1": Measure("retrieval R@1", "high", recall_at(1)),
    "recall@5": Measure("retrieval R@5", "high", recall_at(5)),
    "recall@10": Measure("retrieval R@10", "high", recall_at(10)),
    "mrr@10": Measure("retrieval MRR@10", "high", mrr),
    "ndcg@10": Measure("retrieval nDCG@10", "high", ndcg_at_10),
    "search_recall@10": Measure("plain search R@10", "high", search_recall),
    "search_mrr@10": Measure("plain search MRR@10", "high", search_mrr),
    "verbatim": Measure("quotes word for word", "high", verbatim),
    "citation_precision": Measure("citation precision", "high", citation_precision),
    "citation_recall": Measure("citation recall", "high", citation_recall),
    "citation_f1": Measure("citation F1", "high", citation_f1),
    "sentences_cited": Measure("sentences with a quote behind them", "high", sentences_cited),
    "false_permit": Measure("false permits", "low", false_permit),
    "false_answer": Measure("answers where the documents are silent", "low", false_answer),
    "over_refusal": Measure("silence where the documents answer", "low", over_refusal),
    "hedging": Measure("conditional where gold is a plain yes or no", "low", hedging),
    "fidelity": Measure("figures and dates that stand in quote or question", "high", fidelity),
    "completeness": Measure("wanted facts that are told", "high", completeness),
    "early": Measure("value in the first 40 characters", "high", early),
}


def counts(item: Item, sources: Sources) -> dict[str, Counted]:
    """What every measure that applies counts for one case."""
    found = ((name, measure.count(item, sources)) for name, measure in MEASURES.items())
    return {name: counted for name, counted in found if counted is not None}


def value(counted: Iterable[Counted]) -> tuple[float | None, float, float]:
    """The value over many cases, with the sums of hits and totals; None over nothing."""
    pairs = tuple(counted)
    hits, total = sum(hit for hit, _ in pairs), sum(of for _, of in pairs)
    return (hits / total if total else None), hits, total


def _reply(item: Item) -> Reply | None:
    return item.reply if item.reply is not None and not item.reply.error else None


def _counted(hits: int, total: int) -> Counted | None:
    return (float(hits), float(total)) if total else None
