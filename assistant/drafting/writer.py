"""The seam for prose: whoever writes is given a field and its facts, and every check runs on what comes back."""

from __future__ import annotations

from typing import Protocol

from assistant.drafting.field import Field
from assistant.drafting.parts import Part
from assistant.drafting.pieces import Piece


class Writer(Protocol):
    """Whoever writes a field. The extractive writer is the default; a model would come by the same door.

    What it writes are whole sentences as pieces, each with the element that it tells. Figures that no fact holds cost
    a sentence its place, the limit costs whole sentences, and what is missing must be marked by a part without any.
    """

    def __call__(self, field: Field, pieces: tuple[Piece, ...]) -> tuple[Part, ...]:
        """The text of a field in parts."""
