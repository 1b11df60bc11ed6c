"""The command line: `python -m assistant COMMAND`. Heavy libraries load only for the command that needs them."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from assistant.errors import AssistantError, InputError
from assistant.settings import Settings, from_environment, language_of
from assistant.words import words

PROGRAM = "python -m assistant"
Command = Callable[[argparse.Namespace, Settings], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 done, 2 wrong input or usage, 3 corpus or index unusable."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _wished(given, os.environ)
    try:
        options = _parser(language).parse_args(given)
        settings = from_environment(
            os.environ,
            corpus=options.corpus,
            data=options.data,
            host=getattr(options, "host", None),
            port=getattr(options, "port", None),
            language=language,
        )
        command: Command = options.run
        command(options, settings)
        sys.stdout.flush()
        return 0
    except AssistantError as error:
        print(error.message(language), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("ASSISTANT_DEBUG"):
            raise
        print(f"{words(language)['error.internal']} ({type(error).__name__})", file=sys.stderr)
        return 1


def help_text(language: str) -> str:
    """What `--help` prints, 100 columns wide."""
    return _parser(language).format_help()


def _ask(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.answering.answer import Question
    from assistant.exchange import answer_fields, checked, to_json
    from assistant.printing import answer_lines
    from assistant.wiring import build

    if options.batch is not None or options.out is not None:
        _batch(options, settings)
        return
    question = checked(Question(options.question or "", programme=options.programme or ""))
    assistant = build(settings)
    answer = assistant.ask(question, _today(options))
    if options.json:
        print(to_json(answer_fields(answer), indent=2))
    else:
        print("\n".join(answer_lines(answer, assistant.programmes())))


def _batch(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.batch import read_lines, run, written_whole
    from assistant.wiring import build

    if options.batch is None or options.out is None or options.question is not None:
        raise InputError(
            "批量回答须同时给出 --batch 和 --out，且不带单个问题。",
            "A batch needs both --batch and --out, and no single question.",
        )
    source, target = Path(options.batch), Path(options.out)
    lines = read_lines(source)
    with written_whole(target, source) as out:
        run(build(settings), lines, out, _today(options), options.programme or "", settings.language)


def _search(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.exchange import to_json
    from assistant.printing import found_fields, found_lines
    from assistant.wiring import build

    found = build(settings).search(options.query, options.k, options.programme or "")
    if options.json:
        print(to_json({"query": options.query, "hits": [found_fields(hit) for hit in found]}, indent=2))
    else:
        print("\n".join(found_lines(found)) or words(settings.language)["cli.nothing"])


def _show(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.printing import clause_lines
    from assistant.wiring import build

    document, _, clause = options.place.partition("#")
    print("\n".join(clause_lines(*build(settings).show(document, clause))))


def _index(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.wiring import reindex

    health = reindex(settings)
    say = words(settings.language)["cli.indexed"]
    print(say.format(documents=health.documents, clauses=health.clauses, programmes=health.programmes))


def _serve(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.web.serve import serve

    serve(settings, options.today)


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


def _parser(language: str) -> argparse.ArgumentParser:
    say = words(language)
    parser = _Parser(prog=PROGRAM, description=say["cli.about"], formatter_class=_Help, allow_abbrev=False, add_help=False)
    _add_common(parser, say, None)
    commands = parser.add_subparsers(title=say["cli.commands"], metavar="COMMAND", required=True)

    def command(name: str, run: Command) -> argparse.ArgumentParser:
        line = say[f"cli.{name}"]
        added = commands.add_parser(name, help=line, description=line, formatter_class=_Help, add_help=False)
        added.set_defaults(run=run)
        _add_common(added, say, argparse.SUPPRESS)
        return added

    ask = command("ask", _ask)
    ask.add_argument("question", nargs="?", metavar="QUESTION", help=say["cli.question"])
    ask.add_argument("--programme", metavar="ID", help=say["cli.programme"])
    ask.add_argument("--json", action="store_true", help=say["cli.json"])
    ask.add_argument("--batch", metavar="IN.jsonl", help=say["cli.batch"])
    ask.add_argument("--out", metavar="OUT.jsonl", help=say["cli.out"])
    search = command("search", _search)
    search.add_argument("query", metavar="QUERY", help=say["cli.query"])
    search.add_argument("-k", type=_number, default=10, metavar="N", help=say["cli.count"])
    search.add_argument("--programme", metavar="ID", help=say["cli.programme"])
    search.add_argument("--json", action="store_true", help=say["cli.json"])
    command("show", _show).add_argument("place", metavar="DOCUMENT[#CLAUSE]", help=say["cli.place"])
    command("index", _index)
    serve = command("serve", _serve)
    serve.add_argument("--host", metavar="H", help=say["cli.host"])
    serve.add_argument("--port", metavar="P", help=say["cli.port"])
    return parser


def _add_common(parser: argparse.ArgumentParser, say: Mapping[str, str], default: str | None) -> None:
    """The options that stand before the command and, as a kindness, after it."""
    common = parser.add_argument_group(say["cli.options"])
    common.add_argument("-h", "--help", action="help", help=say["cli.help"])
    common.add_argument("--corpus", metavar="DIR", default=default, help=say["cli.corpus"])
    common.add_argument("--data", metavar="DIR", default=default, help=say["cli.data"])
    common.add_argument("--today", metavar="YYYY-MM-DD", type=_day, default=default, help=say["cli.today"])
    common.add_argument("--lang", metavar="zh|en", choices=("zh", "en"), default=default, help=say["cli.lang"])


def _today(options: argparse.Namespace) -> date:
    today: date | None = options.today
    return today or date.today()


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


def _wished(given: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language of messages, known before the arguments are parsed since parsing may already fail."""
    for at, argument in enumerate(given):
        wish = given[at + 1] if argument == "--lang" and at + 1 < len(given) else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and wish in ("zh", "en"):
            return wish
    return language_of(environ)
