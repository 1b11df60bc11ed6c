"""Which assistant is asked: ours in this process or by its command line, any other by a file or over HTTP."""

from __future__ import annotations

import argparse
from pathlib import Path

from evals.asking import Asker, Place, by_command, from_file
from evals.crowd import in_process, shared, told
from evals.over_http import Manners, over_http
from evals.sources import Sources

OURS = ("in process", "command line")


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the options that name another assistant."""
    usual = Manners()
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--answers", type=Path, metavar="FILE", help="grade these replies instead of asking")
    one.add_argument("--url", metavar="URL", help="ask any assistant that takes POST {question, history} there")
    parser.add_argument("--at-once", type=_many, default=usual.at_once, metavar="N", help="with --url, at a time")
    parser.add_argument("--timeout", type=float, default=usual.timeout, metavar="S", help="with --url, a question")


def chosen(options: argparse.Namespace, place: Place, sources: Sources) -> tuple[str, Asker]:
    """What the options name, in words for the report, and how to ask it."""
    if getattr(options, "answers", None):
        return "answers file", from_file(options.answers)
    if getattr(options, "url", None):
        return "over HTTP", over_http(options.url, place.today, Manners(options.at_once, options.timeout))
    if options.command_line:
        return "command line", by_command(place)
    return "in process", shared(in_process(place, sources), tell=told("cases"))


def _many(text: str) -> int:
    if not 1 <= int(text) <= 64:
        raise ValueError(text)
    return int(text)
