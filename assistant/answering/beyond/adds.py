"""Whether a yes would grant what only the question says."""

from __future__ import annotations

from assistant.answering.beyond.cases import (
    for_the_other,
    graver,
    no_duty,
    of_another,
    of_another_duty,
    of_another_thing,
    of_the_next,
)
from assistant.answering.beyond.given import Given
from assistant.answering.beyond.happened import done, happened
from assistant.answering.beyond.lines import by_a_contact, by_a_form
from assistant.answering.beyond.short import on_one_word
from assistant.answering.beyond.words import added, counted_in, other_end
from assistant.answering.grounds.finding import Finding
from assistant.answering.question.frame import Frame

_CHECKS = (
    added,
    other_end,
    counted_in,
    happened,
    done,
    graver,
    no_duty,
    of_another,
    of_another_duty,
    of_another_thing,
    of_the_next,
    for_the_other,
    by_a_form,
    by_a_contact,
    on_one_word,
)


def adds(frame: Frame, finding: Finding) -> bool:
    """Whether the finding's yes would also grant what only the question says, and none of its quotes."""
    given = Given(frame, finding)
    return any(check(given) for check in _CHECKS)
