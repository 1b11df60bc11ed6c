"""Processes that answer: they may die, hang or be many, and nobody else notices."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from assistant.crew.crew import Crew
from assistant.crew.hand import Crashed
from assistant.errors import AssistantError, Busy, CorpusError, Ended, NobodyThere, TookTooLong, Unknown
from tests.crew.duties import duty, held, impossible, release, started, sudden

ROOT = Path(__file__).resolve().parents[2]
SOON = 20.0


@contextmanager
def crew(hands: int, told: list[str] | None = None, what: Any = duty, **more: Any) -> Iterator[Crew]:
    lines = told if told is not None else []
    made = Crew(what, hands, lambda zh, en: lines.append(en), **more)
    try:
        yield made
    finally:
        made.close(grace=0)


def gone(pid: int, seconds: float = SOON) -> bool:
    """Whether that process ends within the time: an event, no polling."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def test_work_is_done_side_by_side_and_given_back(tmp_path: Path) -> None:
    with crew(2) as made:
        made.ready()
        holding = made.submit(("hold", held(tmp_path)))
        first = started(tmp_path)
        others = {made.submit(("pid", None)).result(SOON) for _ in range(5)}
        assert others == set(made.pids()) - {first}
        release(tmp_path)
        assert holding.result(SOON) == tmp_path.name


def test_errors_come_back_as_what_they_are() -> None:
    with crew(1) as made:
        with pytest.raises(Unknown) as refused:
            made.submit(("refuse", None)).result(SOON)
        assert (refused.value.zh, refused.value.en) == ("没有。", "None.")
        with pytest.raises(Crashed, match="ZeroDivisionError: scripted"):
            made.submit(("crash", None)).result(SOON)
        before = made.pids()
        assert made.submit(("pid", None)).result(SOON) == before[0]


def test_a_question_whose_process_is_killed_is_asked_again_in_another(tmp_path: Path) -> None:
    told: list[str] = []
    with crew(2, told) as made:
        holding = made.submit(("hold", held(tmp_path)))
        first = started(tmp_path)
        os.kill(first, signal.SIGKILL)
        second = started(tmp_path)
        assert second != first
        release(tmp_path)
        assert holding.result(SOON) == tmp_path.name
        made.ready()
        assert len(made.pids()) == 2
        assert first not in made.pids()
    assert told.count("An answering process ended and is being replaced.") == 1


def test_a_question_that_ends_its_process_twice_is_given_up_and_the_others_go_on() -> None:
    with crew(2) as made:
        deadly = made.submit(("die", None))
        others = [made.submit(("say", n)) for n in range(20)]
        with pytest.raises(NobodyThere):
            deadly.result(SOON)
        assert [other.result(SOON) for other in others] == list(range(20))


def test_a_stuck_process_is_replaced_and_the_others_go_on(tmp_path: Path) -> None:
    with crew(2, seconds=0.4) as made:
        made.ready()
        stuck = made.submit(("spin", held(tmp_path)))
        pid = started(tmp_path)
        assert [made.submit(("say", n)).result(SOON) for n in range(20)] == list(range(20))
        with pytest.raises(TookTooLong) as error:
            stuck.result(SOON)
        assert error.value.status == 503
        assert gone(pid)
        made.ready()
        assert pid not in made.pids()


def test_one_process_is_enough_to_go_on_after_a_stuck_question() -> None:
    with crew(1, seconds=0.3) as made:
        made.ready()
        stuck, next_one = made.submit(("spin", None)), made.submit(("say", 7))
        with pytest.raises(TookTooLong):
            stuck.result(SOON)
        assert next_one.result(SOON) == 7


def test_an_idle_process_that_is_killed_costs_nobody_an_answer() -> None:
    with crew(2) as made:
        made.ready()
        killed = made.pids()
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
            assert gone(pid)
        assert [made.submit(("say", n)).result(SOON) for n in range(4)] == list(range(4))
        assert not set(killed) & set(made.pids())


def test_too_many_waiting_are_refused_at_once(tmp_path: Path) -> None:
    with crew(1, waiting=2) as made:
        holding = made.submit(("hold", held(tmp_path)))
        started(tmp_path)
        waiting = [made.submit(("say", n)) for n in range(2)]
        with pytest.raises(Busy) as error:
            made.submit(("say", 2))
        assert (error.value.status, error.value.code, error.value.retry_after) == (503, "busy", 1)
        release(tmp_path)
        assert holding.result(SOON) == tmp_path.name
        assert [one.result(SOON) for one in waiting] == [0, 1]


def test_what_nobody_waits_for_any_more_is_not_done(tmp_path: Path) -> None:
    with crew(1) as made:
        holding = made.submit(("hold", held(tmp_path)))
        started(tmp_path)
        withdrawn, other = made.submit(("die", None)), made.submit(("say", 1))
        assert withdrawn.cancel()
        pids = made.pids()
        release(tmp_path)
        assert (holding.result(SOON), other.result(SOON)) == (tmp_path.name, 1)
        assert made.pids() == pids


def test_closing_finishes_what_was_taken_and_leaves_no_process(tmp_path: Path) -> None:
    with crew(2) as made:
        made.ready()
        pids = made.pids()
        holding = made.submit(("hold", held(tmp_path)))
        waiting = [made.submit(("say", n)) for n in range(9)]
        started(tmp_path)
        release(tmp_path)
        made.close()
        assert holding.result(0) == tmp_path.name
        assert [one.result(0) for one in waiting] == list(range(9))
        assert all(gone(pid, 0) for pid in pids)
        with pytest.raises(Ended):
            made.submit(("say", 1))


def test_closing_has_an_end(tmp_path: Path) -> None:
    with crew(1) as made:
        stuck, waiting = made.submit(("spin", held(tmp_path))), made.submit(("say", 1))
        pid = started(tmp_path)
        made.close(grace=0.1)
        for future in (stuck, waiting):
            with pytest.raises(Ended):
                future.result(0)
        assert gone(pid, 0)


@pytest.mark.parametrize(("what", "kind"), [(impossible, CorpusError), (sudden, NobodyThere)])
def test_a_crew_that_cannot_start_says_so_once_and_to_everyone(what: Any, kind: type[AssistantError]) -> None:
    told: list[str] = []
    with crew(2, told, what) as made:
        with pytest.raises(kind):
            made.submit(("say", 1)).result(SOON)
        with pytest.raises(kind):
            made.ready()
        with pytest.raises(kind):
            made.submit(("say", 1)).result(SOON)
    assert len(told) == 1


def test_a_line_that_every_process_says_is_told_once() -> None:
    told: list[str] = []
    with crew(3, told) as made:
        made.ready()
        made.submit(("say", 1)).result(SOON)
    assert told == ["ready"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_everyone_does_not_reach_the_processes(number: signal.Signals) -> None:
    with crew(1) as made:
        made.ready()
        (pid,) = made.pids()
        assert os.getpgid(pid) != os.getpgid(0)
        os.kill(pid, number)
        assert made.submit(("pid", None)).result(SOON) == pid


PARENT = """
import sys
from pathlib import Path
from assistant.crew.crew import Crew
from tests.crew.duties import duty
crew = Crew(duty, 2, lambda zh, en: None, seconds=1000)
crew.submit(("spin", Path(sys.argv[1])))
crew.ready()
print(*crew.pids(), flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("end", [lambda parent: parent.kill(), lambda parent: parent.stdin.close()])
def test_processes_end_with_their_parent_even_in_mid_computation(
    tmp_path: Path, end: Callable[[subprocess.Popen[str]], None]
) -> None:
    command = [sys.executable, "-c", PARENT, str(held(tmp_path))]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as parent:  # type: ignore[call-overload]
        spinning = started(tmp_path)
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert spinning in pids
        watched = [os.pidfd_open(pid) for pid in pids]
        end(parent)
        parent.wait(SOON)
        for descriptor in watched:
            assert select.select([descriptor], [], [], SOON)[0]
            os.close(descriptor)
        assert parent.stderr.read() == ""
