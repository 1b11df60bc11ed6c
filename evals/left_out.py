"""Leave one document out: the score of a document's cases without anything that was reviewed or worded for it alone.

The project is copied to a throw-away folder, and what was made for the document is taken out of the tables there:
its catalogue entry is guessed as for a new file, its programmes keep one name, its corrections and cards are gone, and
so is every word of documents in lexicon and taxonomy that stands in its text and in no other.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.cases import load_cases
from evals.errors import EvalError
from evals.metrics import Share
from evals.sources import Sources, load_sources
from evals.text import plain, tight

_COPIED = ("assistant", "evals", "prompts", "corpus")
_DATA = Path("assistant")
_LEXICON = ("answering/data/concepts.toml", "answering/data/colloquial.toml")
_LINE = re.compile(r"^(?P<key>doc|zh) = \[(?P<words>.*)\]$", re.MULTILINE)
_INLINE = re.compile(r"(?P<key>\bzh) = \[(?P<words>[^\]]*)\]")
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Left:
    """One document's cases: passed as the project stands, without what was reviewed for it, and without its words too;
    false permits then, and the cases that need either."""

    document: str
    words: tuple[str, ...]
    normal: Share
    unreviewed: Share
    without: Share
    permits: int
    broke: tuple[str, ...]


def run(home: Path, today: date) -> tuple[Left, ...]:
    """Every document of the project's corpus left out in turn."""
    sources = load_sources(home / "corpus" / "sources")
    files = sorted((home / "evals" / "cases").glob("*.jsonl"))
    own = cases_by_document(files, home, sources)
    with TemporaryDirectory(prefix="left-out-") as folder, ThreadPoolExecutor(2) as pool:
        root = Path(folder)
        normal = pool.submit(_asked, home, root / "normal", "", sources, files, today)
        kept = {name: [_kept(root, name, files, ids)] for name, ids in own.items()}
        made = {
            name: [pool.submit(_asked, home, root / f"{name}-{words}", name, sources, kept[name], today, words=words)
                   for words in (False, True)]
            for name in own
        }  # fmt: skip
        whole = {case["id"]: case for case in normal.result()[0]["cases"]}
        return tuple(
            _left(name, [whole[i] for i in own[name]], unreviewed.result()[0], *without.result())
            for name, (unreviewed, without) in made.items()
        )


def lines(left: Sequence[Left], *, failures: bool = True) -> Iterator[str]:
    """A line for each document, then the cases that are right with it only."""
    for one in left:
        yield f"  {one.document:<32}{one.normal!s:<15} unreviewed {one.unreviewed!s:<15} "\
              f"and without its {len(one.words)} words {one.without!s:<15} {one.permits} false permits"  # fmt: skip
    if failures:
        for one in left:
            yield f"only with {one.document}: {', '.join(one.broke) or 'none'}"
            yield f"  words: {'、'.join(one.words)}"


def cases_by_document(files: Sequence[Path], home: Path, sources: Sources) -> dict[str, list[str]]:
    """The ids of the cases whose gold, or where there is none whose programmes, belong to one document."""
    catalogue = tomllib.loads((home / "corpus" / "catalogue.toml").read_text("utf-8"))
    homes = {p["id"]: p.get("document", "") for p in catalogue["programme"]}
    own: dict[str, list[str]] = {name: [] for name in sorted(sources.by_id)}
    for case in load_cases(files, sources):
        held = {g.document for g in case.gold} or {homes.get(p, "") for p in case.programmes}
        if len(held) == 1 and (document := held.pop()) in own:
            own[document].append(case.id)
    return own


def leave_out(project: Path, document: str, sources: Sources, *, words: bool = True) -> tuple[str, ...]:
    """Take everything out of a copied project that was reviewed for the document, and the words of documents that
    only it has if `words` says so; those words, in order."""
    if document not in sources.by_id:
        raise EvalError(f"There is no document {document} in the corpus.")
    corpus = project / "corpus"
    catalogue = tomllib.loads((corpus / "catalogue.toml").read_text("utf-8"))
    for programme in catalogue["programme"]:
        if programme.get("document") == document:
            programme["names"] = programme["names"][:1]
            programme.pop("names_en", None)
            (corpus / "programmes" / f"{programme['id']}.toml").unlink(missing_ok=True)
    catalogue["document"] = [
        {"file": row["file"]} if Path(row["file"]).stem == document else row for row in catalogue["document"]
    ]
    (corpus / "catalogue.toml").write_text(toml(catalogue), "utf-8")
    (corpus / "corrections" / f"{document}.toml").unlink(missing_ok=True)
    return _without_words(project, document, sources) if words else ()


def _without_words(project: Path, document: str, sources: Sources) -> tuple[str, ...]:
    own = tight(plain(sources.by_id[document].text))
    others = [tight(plain(s.text)) for name, s in sources.by_id.items() if name != document]
    gone: list[str] = []

    def kept(match: re.Match[str]) -> str:
        held = _WORD.findall(match["words"])
        alone = [w for w in held if (run := tight(plain(w))) in own and not any(run in other for other in others)]
        if match["key"] == "zh" and len(alone) == len(held):
            alone = alone[1:]  # a kind keeps its first name
        gone.extend(alone)
        return f"{match['key']} = [{', '.join(json.dumps(w, ensure_ascii=False) for w in held if w not in alone)}]"

    for name, pattern in [*((n, _LINE) for n in _LEXICON), ("programmes/data/units.toml", _INLINE)]:
        path = project / _DATA / name
        path.write_text(pattern.sub(kept, path.read_text("utf-8")), "utf-8")
    return tuple(dict.fromkeys(gone))


def toml(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Arrays of flat tables as TOML."""
    return "\n".join(
        "\n".join([f"[[{name}]]", *(f"{key} = {_value(value)}" for key, value in row.items()), ""])
        for name, rows in tables.items()
        for row in rows
    )


def _value(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _kept(root: Path, document: str, files: Sequence[Path], ids: Sequence[str]) -> Path:
    path = root / f"{document}.jsonl"
    held = (line for file in files for line in file.read_text("utf-8").splitlines() if line.strip())
    path.write_text("".join(f"{line}\n" for line in held if json.loads(line)["id"] in set(ids)), "utf-8")
    return path


def _asked(
    home: Path,
    project: Path,
    document: str,
    sources: Sources,
    files: Sequence[Path],
    today: date,
    *,
    words: bool = True,
) -> tuple[dict[str, Any], tuple[str, ...]]:
    for name in _COPIED:
        shutil.copytree(home / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    gone = leave_out(project, document, sources, words=words) if document else ()
    out = project / "report.json"
    command = [sys.executable, "-m", "evals", "run", "--quiet", "--today", today.isoformat(), "--out", str(out),
               *(part for file in files for part in ("--cases", str(file)))]  # fmt: skip
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if not out.exists():
        raise EvalError(f"Without {document} nothing could be asked: {done.stderr.strip()[-300:]}")
    report: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return report, gone


def _left(
    document: str, whole: Sequence[Mapping[str, Any]], unreviewed: Mapping[str, Any], report: Mapping[str, Any],
    words: tuple[str, ...],
) -> Left:  # fmt: skip
    now = {case["id"]: case for case in report["cases"]}
    broke = tuple(c["id"] for c in whole if c["status"] == "passed" and now[c["id"]]["status"] != "passed")
    return Left(document, words, _passed(whole), _passed(unreviewed["cases"]), _passed(report["cases"]),
                sum(bool(case["permit"]) for case in report["cases"]), broke)  # fmt: skip


def _passed(cases: Sequence[Mapping[str, Any]]) -> Share:
    return Share(sum(case["status"] == "passed" for case in cases), len(cases))
