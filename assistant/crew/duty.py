"""What a process of the crew is for, and what it says over its pipe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

Tell = Callable[[str, str], None]
"""Says one line, in Chinese and in English, to whoever started the server."""

Work = Callable[[Any], Any]
"""One item in, its result out."""

Duty = Callable[[Tell], Work]
"""Prepares for the work in the new process; a function of a module, or a partial of one, since it travels there."""

Said = tuple[Literal["done", "refused", "crashed", "told"], Any]
"""A result, an AssistantError, a traceback, or a line for `Tell`."""
