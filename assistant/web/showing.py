"""An answer with its view, both from one and the same generation of the documents."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from datetime import date
from typing import Any

from assistant.answering.answer import Answer, Question
from assistant.errors import IndexUnusable
from assistant.service import Assistant
from assistant.web.asking import Asking
from assistant.web.onward import desk_address
from assistant.web.views import Told, told

_TRIES = 5


class Showing:
    """Asks and makes what pages show of the answer."""

    def __init__(self, assistant: Assistant, asking: Asking, today: Callable[[], date]) -> None:
        self._assistant = assistant
        self._asking = asking
        self._today = today

    async def __call__(self, scope: MutableMapping[str, Any], asked: Question) -> tuple[Answer, Told]:
        """The answer and its view; the errors of `Assistant.ask`."""
        earlier = [said.content for said in asked.history if said.role == "user"]
        for _ in range(_TRIES):
            answer = await self._asking(scope, asked)
            documents = self._assistant.documents(answer.generation)
            if documents is not None:
                following = self._assistant.following(answer, [*earlier, asked.text], known=True)
                return answer, told(asked, answer, documents, self._today(), following, self._desk(answer))
        raise IndexUnusable("文件正在不断更新，请稍后再问。", "The documents keep changing; please ask again later.")

    def _desk(self, answer: Answer) -> str:
        return desk_address(answer, self._assistant.forms().held) if answer.outcome in ("answered", "partial") else ""
