"""One engine over the corpus for the whole room."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, Built, over_corpus


@pytest.fixture(scope="session")
def corpus() -> Built:
    """The engine over the five real texts."""
    return over_corpus()


@pytest.fixture
def ask(corpus: Built) -> Ask:
    """Asks it."""
    return corpus.ask
