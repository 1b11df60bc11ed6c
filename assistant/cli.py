"""The command line: `python -m assistant COMMAND`. Heavy libraries load only for the command that needs them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.arguments import Command, parser
from assistant.errors import AssistantError, InputError
from assistant.settings import Settings, from_environment, language_of
from assistant.words import words

if TYPE_CHECKING:
    from assistant.export.report import Report

CALENDAR = "ics"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 done, 2 wrong input or usage, 3 corpus or index unusable."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _wished(given, os.environ)
    try:
        options = parser(language, COMMANDS).parse_args(given)
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
    return parser(language, COMMANDS).format_help()


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


def _eligibility(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.eligibility_told import eligibility_fields, eligibility_report, profile_of
    from assistant.exchange import from_json
    from assistant.wiring import build

    paper = _paper(options)
    today = _today(options)
    profile = profile_of(from_json(_given(options.profile)) if options.profile is not None else {}, today)
    assistant = build(settings)
    made = assistant.eligibility(profile, today, options.programme)
    names = {programme.id: programme.name for programme in assistant.programmes()}
    if options.json:
        _told(eligibility_fields(made, names, settings.language))
    if paper or not options.json:
        _reported(eligibility_report(made, names, settings.language), options, paper)


def _given(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-"."""
    from assistant.batch import read_lines

    return sys.stdin.buffer.read() if name == "-" else b"\n".join(read_lines(Path(name)))


def _compare(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.comparison_told import comparison_fields, comparison_report
    from assistant.wiring import build

    paper = _paper(options)
    assistant = build(settings)
    comparison = assistant.compare(options.programmes, _today(options), options.facet)
    names = {programme.id: programme.name for programme in assistant.programmes()}
    if options.json:
        _told(comparison_fields(comparison, names, settings.language))
    if paper or not options.json:
        _reported(comparison_report(comparison, names, settings.language), options, paper)


def _checklist(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.checklist_told import checklist_fields, checklist_report
    from assistant.wiring import build

    paper = _paper(options, CALENDAR)
    assistant = build(settings)
    checklist = assistant.checklist(options.programme, _today(options))
    names = {programme.id: programme.name for programme in assistant.programmes()}
    if options.json:
        _told(checklist_fields(checklist, names, settings.language))
    if paper == CALENDAR:
        from assistant.dates_told import checklist_diary
        from assistant.exporting import dated

        diary = checklist_diary(checklist, settings.language)
        _put(dated(diary), options)
        for note in diary.notes:
            print(note, file=sys.stderr)
    elif paper or not options.json:
        _reported(checklist_report(checklist, names, settings.language), options, paper)


def _paper(options: argparse.Namespace, *also: str) -> str:
    """The format of the file wished for, known before any work is done; "" for none."""
    from assistant.exporting import paper_of

    return paper_of(Path(options.out), also) if options.out is not None else ""


def _told(fields: object) -> None:
    from assistant.exchange import to_json

    print(to_json(fields, indent=2))


def _reported(report: Report, options: argparse.Namespace, paper: str) -> None:
    """Into the file if one is wished for, else on the screen."""
    from assistant.exporting import exported
    from assistant.printing import report_lines

    if not paper:
        print("\n".join(report_lines(report)))
        return
    _put(exported(report, paper), options)


def _put(data: bytes, options: argparse.Namespace) -> None:
    from assistant.files import whole

    with whole(Path(options.out)) as file:
        file.write(data)


def _forms(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.files import whole
    from assistant.forms_printed import form_lines, forms_lines
    from assistant.forms_table import forms_table
    from assistant.forms_told import form_fields, forms_fields
    from assistant.wiring import build

    assistant = build(settings)
    if options.table is not None:
        with whole(Path(options.table)) as file:
            file.write(("\n".join(forms_table(assistant.forms(), settings.language)) + "\n").encode())
    elif options.form is None:
        held = assistant.forms()
        if options.json:
            _told(forms_fields(held, settings.language))
        else:
            print("\n".join(forms_lines(held, settings.language)))
    else:
        form = assistant.form(options.form)
        if options.json:
            _told(form_fields(form, assistant.documents(), assistant.cards(), settings.language))
        else:
            print("\n".join(form_lines(form, assistant.cards(), settings.language)))


def _count(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.draft_told import count_lines
    from assistant.drafting.count import count
    from assistant.exchange import decoded

    text = options.text if options.text != "-" else decoded(sys.stdin.buffer.read())
    print("\n".join(count_lines(count(text), settings.language)))


def _draft(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.draft_told import draft_fields, draft_lines, drafted_fields, drafted_lines, facts_of
    from assistant.exchange import printable
    from assistant.wiring import build

    sheet = facts_of(_given(options.facts))
    assistant = build(settings)
    language = settings.language
    if options.field is None:
        made = assistant.draft(options.form, sheet)
        if options.json:
            _told(drafted_fields(made, language))
        else:
            print("\n".join(map(printable, drafted_lines(made, language))))
        return
    draft, flags = assistant.draft_field(options.form, options.field, sheet)
    if options.json:
        _told(draft_fields(draft, language, flags))
    else:
        print("\n".join(map(printable, draft_lines(draft, language, flags))))


def _export(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.files import content
    from assistant.paper.filed import blank, filed, given_facts
    from assistant.paper.writing import form_paper_of
    from assistant.wiring import build

    paper = form_paper_of(Path(options.out))
    given = sys.stdin.buffer.read() if options.facts == "-" else content(Path(options.facts or os.devnull))
    assistant = build(settings)
    form = assistant.held_form(options.form)
    if options.facts is None:
        made = blank(form, _today(options), paper)
    else:
        sheet = given_facts(form, given)
        drafted = assistant.draft(form.id, sheet)
        made = filed(drafted, sheet, _today(options), paper, options.open_points, settings.language)
    _put(made.data, options)
    for note in made.notes:
        print(note, file=sys.stderr)


def _check(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.exporting import exported
    from assistant.files import content
    from assistant.precheck_told import precheck_fields, precheck_report
    from assistant.prechecks import given
    from assistant.printing import report_lines
    from assistant.wiring import build

    paper = options.format or (_paper(options, "md") if options.out is not None else "")
    if paper and options.out is None:
        raise InputError("--format 须同时给出 --out。", "--format needs --out.")
    data = sys.stdin.buffer.read() if options.file == "-" else content(Path(options.file))
    made = given(build(settings), data, Path(options.file).suffix.lower(), options.form or "", _today(options))
    if options.json:
        _told(precheck_fields(made, settings.language))
    report = precheck_report(made, settings.language)
    if paper:
        _put(exported(report, paper), options)
    elif not options.json:
        print("\n".join(report_lines(report)))


def _index(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.wiring import reindex

    health = reindex(settings)
    say = words(settings.language)["cli.indexed"]
    print(say.format(documents=health.documents, clauses=health.clauses, programmes=health.programmes))


def _serve(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.web.serve import serve

    serve(settings, options.today)


def _today(options: argparse.Namespace) -> date:
    today: date | None = options.today
    return today or date.today()


COMMANDS: Mapping[str, Command] = {
    "ask": _ask,
    "search": _search,
    "show": _show,
    "eligibility": _eligibility,
    "compare": _compare,
    "checklist": _checklist,
    "forms": _forms,
    "count": _count,
    "draft": _draft,
    "export": _export,
    "check": _check,
    "index": _index,
    "serve": _serve,
}


def _wished(given: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language of messages, known before the arguments are parsed since parsing may already fail."""
    for at, argument in enumerate(given):
        wish = given[at + 1] if argument == "--lang" and at + 1 < len(given) else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and wish in ("zh", "en"):
            return wish
    return language_of(environ)
