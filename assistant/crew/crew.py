"""Several hands with the same duty, one queue before them.

Each hand has a thread that waits for it; the thread takes the oldest item, hands it over and passes the result on. So a
hand that is stuck or dies concerns nobody but its own thread, which starts another.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from assistant.crew.duty import Duty, Tell
from assistant.crew.hand import Crashed, Hand, Lost, Stuck
from assistant.errors import AssistantError, Busy, Ended, NobodyThere, TookTooLong

SECONDS = 10.0
WAITING = 256
PREPARING = 120.0  # seconds until a hand that is still not prepared is given up
LOOK = 0.5  # seconds between two looks at whether an idle hand is still there
TRY_AGAIN = 1.0  # seconds before a seat whose hand could not be prepared gets another


@dataclass(slots=True)
class _Job:
    item: Any
    future: Future[Any] = field(default_factory=Future)
    hands: int = 0


@dataclass(slots=True)
class _Seat:
    hand: Hand | None = None
    ready: bool = False
    ill: AssistantError | None = None


class Crew:
    """Starts at once and without waiting. `seconds` is the time for one item, `waiting` how many may wait."""

    def __init__(self, duty: Duty, hands: int, tell: Tell, *, seconds: float = SECONDS, waiting: int = WAITING) -> None:
        self._duty = duty
        self._tell = tell
        self._seconds = seconds
        self._most = waiting
        self._told: set[str] = set()
        self._queue: deque[_Job] = deque()
        self._ending = self._stopped = False
        self._lock = threading.Lock()
        self._queued = threading.Condition(self._lock)
        self._settled = threading.Condition(self._lock)
        self._seats = [_Seat() for _ in range(hands)]
        self._threads = [threading.Thread(target=self._sit, args=(seat,), daemon=True) for seat in self._seats]
        for thread in self._threads:
            thread.start()

    def submit(self, item: object) -> Future[Any]:
        """The result to come, at once. Busy where too many wait already, Ended after `close`."""
        with self._lock:
            if self._ending:
                raise Ended("服务正在停止，请稍后再试。", "The service is stopping; please try again later.")
            if len(self._queue) >= self._most:
                raise Busy(
                    "正在等候回答的问题太多，请稍后再试。", "Too many questions are waiting; please try again soon."
                )
            if (ill := self._all_ill()) is not None:
                raise ill
            job = _Job(item)
            self._queue.append(job)
            self._queued.notify()
        return job.future

    def ready(self) -> None:
        """Wait until every hand is prepared or could not be; raises why if none is."""
        with self._lock:
            self._settled.wait_for(lambda: self._ending or all(seat.ready or seat.ill for seat in self._seats))
            if (ill := self._all_ill()) is not None:
                raise ill

    def pids(self) -> tuple[int, ...]:
        """The processes that are prepared now."""
        with self._lock:
            return tuple(seat.hand.pid for seat in self._seats if seat.hand and seat.ready)

    def close(self, grace: float = SECONDS) -> None:
        """Take nothing more, finish what was taken within `grace` seconds, and end all processes."""
        with self._lock:
            self._ending = True
            self._queued.notify_all()
            self._settled.notify_all()
        deadline = time.monotonic() + grace
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        with self._lock:
            self._stopped = True
            left = list(self._queue)
            self._queue.clear()
            for seat in self._seats:
                if seat.hand:
                    seat.hand.kill()
        for job in left:
            _fail(job, _ended())
        for thread in self._threads:
            thread.join()

    def _sit(self, seat: _Seat) -> None:
        """What the thread of a seat does: keep a hand there and give it work, until there is no more."""
        while not self._over():
            try:
                with Hand(self._duty, self._say) as hand:
                    self._settle(seat, hand, ready=False)
                    hand.ready(PREPARING)
                    self._settle(seat, hand, ready=True)
                    self._work(hand)
                    self._settle(seat, None, ready=False)
                if not self._ending:
                    self._tell("一个回答进程已结束，换上新的。", "An answering process ended and is being replaced.")
            except (OSError, Lost, Stuck, Crashed, AssistantError) as error:
                self._settle(seat, None, ready=False, ill=_reason(error))
                with self._lock:
                    if self._settled.wait_for(lambda: self._ending, TRY_AGAIN):
                        return

    def _over(self) -> bool:
        with self._lock:
            return self._stopped or (self._ending and not self._queue)

    def _settle(self, seat: _Seat, hand: Hand | None, *, ready: bool, ill: AssistantError | None = None) -> None:
        """Note how a seat is; where every seat is ill nobody waits in vain."""
        with self._lock:
            if self._stopped and hand:
                hand.kill()
            seat.hand, seat.ready = hand, ready
            if ready or ill:
                seat.ill = ill
            all_ill = self._all_ill()
            left = list(self._queue) if all_ill else []
            if left:
                self._queue.clear()
            self._settled.notify_all()
        for job in left:
            _fail(job, all_ill)
        if ill is not None and not self._ending:
            self._say(ill.zh, ill.en)

    def _all_ill(self) -> AssistantError | None:
        return self._seats[0].ill if all(seat.ill for seat in self._seats) else None

    def _work(self, hand: Hand) -> None:
        """Give the hand one job after the other, until there are no more or it is gone."""
        while (job := self._take(hand)) is not None:
            job.hands += 1
            try:
                result = hand.do(job.item, self._seconds)
            except Stuck:
                hand.kill()
                _fail(job, _too_long(self._seconds))
                return
            except Lost:
                if not self._again(job):
                    _fail(job, _ended() if self._stopped else _twice())
                return
            except (AssistantError, Crashed) as error:
                _fail(job, error)
            else:
                job.future.set_result(result)

    def _take(self, hand: Hand) -> _Job | None:
        """The oldest job whose caller still waits; None when there will be no more or the hand is gone."""
        with self._lock:
            while hand.alive():
                while self._queue:
                    job = self._queue.popleft()
                    if job.hands or job.future.set_running_or_notify_cancel():
                        return job
                if self._ending:
                    return None
                self._queued.wait(LOOK)
            self._queued.notify()  # what this one was called for is another's now
            return None

    def _again(self, job: _Job) -> bool:
        """Give a job whose hand was lost to another, once."""
        with self._lock:
            if job.hands > 1 or self._stopped:
                return False
            self._queue.appendleft(job)
            self._queued.notify()
            return True

    def _say(self, zh: str, en: str) -> None:
        """Every line once, however many hands say it."""
        with self._lock:
            known = en in self._told
            self._told.add(en)
        if not known:
            self._tell(zh, en)


def _fail(job: _Job, error: BaseException | None) -> None:
    if job.hands or job.future.set_running_or_notify_cancel():
        job.future.set_exception(error)


def _too_long(seconds: float) -> TookTooLong:
    return TookTooLong(
        f"这个问题超过 {seconds:g} 秒没有答完，已停止。",
        f"This question took longer than {seconds:g} seconds and was stopped.",
    )


def _twice() -> NobodyThere:
    return NobodyThere(
        "回答这个问题的进程两次意外结束。", "The process answering this question ended unexpectedly, twice."
    )


def _ended() -> Ended:
    return Ended("服务已停止，问题没有答完。", "The service stopped before the question was answered.")


def _reason(error: Exception) -> AssistantError:
    if isinstance(error, AssistantError):
        return error
    why = str(error).strip().rpartition("\n")[2] or type(error).__name__
    return NobodyThere(f"回答进程无法启动（{why}）。", f"No answering process can be started ({why}).")
