"""A server over the invented notice whose every answer waits: `python -m tests.cli.slow_server FOLDER`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from assistant.answering.answer import Answer
from assistant.crew.crew import Crew
from assistant.crew.duty import Tell
from assistant.crewed import CrewedEngine, ToAnswer
from assistant.service import Assistant, Opened
from assistant.web.application import create_app
from assistant.web.serve import STOPPING, listening
from assistant.web.server import Server
from tests.crew import duties


def slowly(folder: Path, tell: Tell) -> Callable[[ToAnswer], Answer]:
    """Answer every question with itself once the folder's pipe says so."""
    work = duties.duty(tell)

    def answer(item: ToAnswer) -> Answer:
        work(("hold", folder))
        text = item.question.text
        return Answer(text, text, "zh", item.today.isoformat(), "answered", text, None, False)

    return answer


def main() -> None:
    """Serve until told to stop."""
    from tests.cli.slow_server import slowly  # by the name under which the other process finds it

    nothing: Any = lambda *_: ()  # noqa: E731
    with listening("127.0.0.1", 0) as listener:
        crew = Crew(partial(slowly, Path(sys.argv[1])), 1, lambda zh, en: None)
        assistant = Assistant(Opened("d", (), (), CrewedEngine(crew), nothing, nothing), lambda held: held)
        server = Server(create_app(assistant, chat=False), assistant)
        for number in STOPPING:
            signal.signal(number, server.handle_exit)
        print(f"127.0.0.1:{listener.getsockname()[1]}/", file=sys.stderr, flush=True)
        server.run(sockets=[listener])
        assistant.close()


if __name__ == "__main__":
    main()
