"""Both languages say the same things with the same blanks, and the code asks for nothing else."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import get_args

from assistant.cells_told import SOURCE_HEADER
from assistant.drafting.draft import FLAGS
from assistant.drafting.facts import UnitRole
from assistant.drafting.field import FieldKind, FilledBy
from assistant.drafting.rule import RuleKind
from assistant.forms_table import HEADS, ROWS
from assistant.guideline.card import FACETS
from assistant.guideline.document import Status
from assistant.precheck.report import RULES
from assistant.precheck_told import OUTCOMES
from assistant.programmes.cells import State
from assistant.programmes.checklist import Stage
from assistant.programmes.comparing import Agreement
from assistant.programmes.papers_of import Phase
from assistant.programmes.rulings import Ruling
from assistant.web.applicant import PARTNER, PARTS, SCALARS
from assistant.web.page import SAID
from assistant.web.sheets import FACTS
from assistant.web.views import STATES
from assistant.words import words

FIGURE_ENDS = ("in", "out", "open", "not_told")
UNSAID = {"desk.again_in", "sheet.year_add", "precheck_page.fail_unknown"}
"""Words of the pages that nothing says yet."""
PACKAGE = Path(__file__).resolve().parents[2] / "assistant"


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def names_of(key: str) -> tuple[str, str]:
    """How a script may name a word: by its name, or by the beginning of it where the end is put together."""
    name = key.partition(".")[2]
    return name, f"{name.rpartition('_')[0]}_" if "_" in name else name


def test_both_languages_have_the_same_words_with_the_same_blanks() -> None:
    zh, en = words("zh"), words("en")
    assert list(zh) == list(en)
    for key in zh:
        assert zh[key].strip()
        assert not re.search("[\u3400-\u9fff]", en[key]) or key == "page.other" or key.startswith("sheet.")
        assert blanks(zh[key]) == blanks(en[key]) or key == "flag.limit_remark", key


def test_the_code_uses_every_word_and_no_other() -> None:
    web = PACKAGE / "web"
    files = [
        *PACKAGE.glob("*.py"),
        *(PACKAGE / "paper").glob("*.py"),
        *web.glob("*.py"),
        *(web / "templates").glob("*.html"),
    ]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    sections = "verdict|place|cli|page|doc|error|told|check|step|calendar|tool|form|draft|export|precheck_told"
    used = set(re.findall(rf"""["']((?:{sections})\.(?!(?:py|html)\b)[a-z_0-9]+)["']""", code))
    commands = (
        "ask",
        "search",
        "show",
        "eligibility",
        "compare",
        "checklist",
        "forms",
        "count",
        "draft",
        "export",
        "check",
        "index",
        "serve",
    )
    built = {f"cli.{name}" for name in commands}
    built |= {key for key in words("zh") if key.startswith(("verdict.", "place."))}
    built |= {f"page.{name}" for name in (*SAID, *STATES.values(), "complete", "partial")}
    built |= {
        "tool.docx",
        "tool.xlsx",
        "tool.ics",
        *(f"tool.{name}" for name in (*SCALARS, *PARTNER, *PARTS[1:], "partners")),
    }
    built |= {"tool.ratios", "tool.answers"}  # what an error can begin with
    built |= {f"doc.{name}" for name in (*get_args(Status), *FACTS)}
    built |= {key for key in words("zh") if key.startswith("precheck.")}  # tests/precheck holds them against the code
    built |= {f"precheck_rule.{rule}" for rule in RULES}
    built |= {f"precheck_outcome.{outcome}" for outcome in OUTCOMES}
    built |= {f"flag.{key}" for key in FLAGS} | {f"role.{role}" for role in get_args(UnitRole)}
    built |= {f"facet.{facet}" for facet in FACETS}
    built |= {f"step.{stage}" for stage in get_args(Stage) if stage != "process"}
    built |= {f"told.phase_{phase}" for phase in get_args(Phase) if phase != "application"}
    built |= {f"told.{word}" for word in (*get_args(State), *get_args(Agreement), *SOURCE_HEADER)}
    built |= {f"check.{ruling}" for ruling in get_args(Ruling)}
    built |= {f"check.{reason}_line" for reason in ("met", "unmet", "unknown", "not_reviewed")}
    built |= {
        key for key in words("zh") if key.startswith(("why.", "cure.", "asks.", "option.", "amount.", "counted."))
    }
    # What scripts say is handed to them by the last part of its key.
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (web / "static").rglob("*.js"))
    said = scripts + code
    built |= {
        key
        for key in words("zh")
        if key.startswith(("desk.", "sheet.", "precheck_page."))
        and (key in code or any(name in said for name in names_of(key)))
    }
    built |= {f"form_kind.{kind}" for kind in get_args(FieldKind)}
    built |= {f"form_rule.{kind}" for kind in get_args(RuleKind)}
    built |= {f"form_who.{who}" for who in get_args(FilledBy)}
    built |= {f"form.{name}" for name in ("rules", "totals", "sent", "mentions", "requirements", *ROWS, *HEADS)}
    assert used <= set(words("zh"))
    assert set(words("zh")) - used - built == UNSAID


def test_every_reason_of_the_self_check_has_words_and_no_word_is_left_over() -> None:
    """Each key of a reason stands in the code as it is, or is put together of a fact and an ending."""
    files = [*(PACKAGE / "programmes").glob("*.py"), PACKAGE / "reasons_told.py"]
    literals = set(re.findall(r"""["']([a-z_]+)["']""", "\n".join(path.read_text(encoding="utf-8") for path in files)))
    literals |= {f"{fact}_{end}" for fact in ("cooperation", "ratio", "submitting") for end in FIGURE_ENDS}
    literals |= {f"{how}_{ruling}" for how in ("usual", "reserved", "answered") for ruling in ("met", "unmet")}
    literals |= {
        f"partner_{fact}" for fact in ("unit", "ownership", "affiliation", "level", "designation", "region", "age")
    }
    for key in words("zh"):
        section, name = key.split(".", 1)
        if section in ("why", "cure", "asks", "option", "amount", "counted"):
            assert name in literals, key
