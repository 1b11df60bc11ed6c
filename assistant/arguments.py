"""The arguments of the command line and their help, in the user's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NoReturn

from assistant.errors import InputError
from assistant.settings import Settings
from assistant.words import words

PROGRAM = "python -m assistant"
Command = Callable[[argparse.Namespace, Settings], None]


class _Help(argparse.HelpFormatter):
    """Help of the same width on every screen."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)


class _Parser(argparse.ArgumentParser):
    """A parser whose usage errors are one sentence in the user's language."""

    def error(self, message: str) -> NoReturn:
        raise InputError(
            f"命令用法不对（{message}）；用 --help 查看用法。", f"Wrong usage ({message}); --help shows the usage."
        )


def parser(language: str, runs: Mapping[str, Command]) -> argparse.ArgumentParser:
    """The parser of all commands; `runs` says what each does."""
    say = words(language)
    whole = _Parser(
        prog=PROGRAM, description=say["cli.about"], formatter_class=_Help, allow_abbrev=False, add_help=False
    )
    _add_common(whole, say, None)
    commands = whole.add_subparsers(title=say["cli.commands"], metavar="COMMAND", required=True)

    def command(name: str) -> argparse.ArgumentParser:
        line = say[f"cli.{name}"]
        added = commands.add_parser(name, help=line, description=line, formatter_class=_Help, add_help=False)
        added.set_defaults(run=runs[name])
        _add_common(added, say, argparse.SUPPRESS)
        return added

    ask = command("ask")
    ask.add_argument("question", nargs="?", metavar="QUESTION", help=say["cli.question"])
    ask.add_argument("--programme", metavar="ID", help=say["cli.programme"])
    ask.add_argument("--json", action="store_true", help=say["cli.json"])
    ask.add_argument("--batch", metavar="IN.jsonl", help=say["cli.batch"])
    ask.add_argument("--out", metavar="OUT.jsonl", help=say["cli.out"])
    search = command("search")
    search.add_argument("query", metavar="QUERY", help=say["cli.query"])
    search.add_argument("-k", type=_number, default=10, metavar="N", help=say["cli.most"])
    search.add_argument("--programme", metavar="ID", help=say["cli.programme"])
    search.add_argument("--json", action="store_true", help=say["cli.json"])
    command("show").add_argument("place", metavar="DOCUMENT[#CLAUSE]", help=say["cli.place"])
    eligibility = command("eligibility")
    eligibility.add_argument("--profile", metavar="FILE|-", help=say["cli.profile"])
    eligibility.add_argument("--programme", action="append", default=[], metavar="ID", help=say["cli.only"])
    _add_results(eligibility, say, "FILE.docx|.xlsx")
    compare = command("compare")
    compare.add_argument("programmes", nargs="+", metavar="ID", help=say["cli.programmes"])
    compare.add_argument("--facet", nargs="+", action="extend", default=[], metavar="F", help=say["cli.facet"])
    _add_results(compare, say, "FILE.docx|.xlsx")
    checklist = command("checklist")
    checklist.add_argument("programme", metavar="ID", help=say["cli.programme_id"])
    _add_results(checklist, say, "FILE.docx|.xlsx|.ics")
    forms = command("forms")
    forms.add_argument("form", nargs="?", metavar="FORM", help=say["cli.form"])
    forms.add_argument("--json", action="store_true", help=say["cli.json"])
    forms.add_argument("--table", metavar="FILE.md", help=say["cli.table"])
    command("count").add_argument("text", metavar="TEXT|-", help=say["cli.text"])
    draft = command("draft")
    draft.add_argument("--form", required=True, metavar="FORM", help=say["cli.one_form"])
    draft.add_argument("--field", metavar="FIELD", help=say["cli.one_field"])
    draft.add_argument("--facts", required=True, metavar="FILE|-", help=say["cli.facts"])
    draft.add_argument("--json", action="store_true", help=say["cli.json"])
    export = command("export")
    export.add_argument("--form", required=True, metavar="FORM", help=say["cli.one_form"])
    export.add_argument("--facts", metavar="FILE|-", help=say["cli.form_facts"])
    export.add_argument("--out", required=True, metavar="FILE.docx|.pdf|.html|.md", help=say["cli.form_file"])
    export.add_argument("--open-points", action="store_true", help=say["cli.open_points"])
    check = command("check")
    check.add_argument("file", metavar="FILE", help=say["cli.checked_file"])
    check.add_argument("--form", metavar="FORM", help=say["cli.check_form"])
    check.add_argument("--json", action="store_true", help=say["cli.json"])
    check.add_argument("--format", choices=("docx", "md"), metavar="docx|md", help=say["cli.check_format"])
    check.add_argument("--out", metavar="FILE.docx|.md", help=say["cli.file"])
    command("index")
    serve = command("serve")
    serve.add_argument("--host", metavar="H", help=say["cli.host"])
    serve.add_argument("--port", metavar="P", help=say["cli.port"])
    return whole


def _add_common(parser: argparse.ArgumentParser, say: Mapping[str, str], default: str | None) -> None:
    """The options that stand before the command and, as a kindness, after it."""
    common = parser.add_argument_group(say["cli.options"])
    common.add_argument("-h", "--help", action="help", help=say["cli.help"])
    common.add_argument("--corpus", metavar="DIR", default=default, help=say["cli.corpus"])
    common.add_argument("--data", metavar="DIR", default=default, help=say["cli.data"])
    common.add_argument("--today", metavar="YYYY-MM-DD", type=_day, default=default, help=say["cli.today"])
    common.add_argument("--lang", metavar="zh|en", choices=("zh", "en"), default=default, help=say["cli.lang"])


def _add_results(parser: argparse.ArgumentParser, say: Mapping[str, str], files: str) -> None:
    """How a result may be wished for: on the screen, as JSON, as a file."""
    parser.add_argument("--json", action="store_true", help=say["cli.json"])
    parser.add_argument("--out", metavar=files, help=say["cli.file"])


def _day(text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InputError(
        f"--today 须是 YYYY-MM-DD 形式的真实日期，不能是“{text[:20]}”。",
        f'--today must be a real date as YYYY-MM-DD, not "{text[:20]}".',
    )


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text)
    raise InputError(f"-k 须是正整数，不能是“{text[:20]}”。", f'-k must be a positive whole number, not "{text[:20]}".')
