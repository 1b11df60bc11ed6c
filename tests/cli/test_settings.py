"""Settings come from the environment and are checked before anything starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.settings import HOME, from_environment, language_of


def test_without_any_settings_everything_lies_in_the_project() -> None:
    settings = from_environment({})
    assert settings.corpus == HOME / "corpus"
    assert settings.data.is_relative_to(HOME / "data")
    assert (settings.host, settings.port, settings.language) == ("127.0.0.1", 7860, "zh")


def test_arguments_win_over_the_environment() -> None:
    environ = {"ASSISTANT_CORPUS": "/a", "ASSISTANT_DATA": "/b", "ASSISTANT_PORT": "1", "ASSISTANT_HOST": "h"}
    assert from_environment(environ).corpus == Path("/a")
    chosen = from_environment(environ, corpus="/c", data="/d", port="2", host="i")
    assert (chosen.corpus, chosen.data, chosen.port, chosen.host) == (Path("/c"), Path("/d"), 2, "i")


def test_every_corpus_has_its_own_data_folder() -> None:
    folders = {from_environment({}, corpus=name).data for name in (None, "/a", "/b")}
    assert len(folders) == 3


def test_the_cores_answer_unless_told_otherwise() -> None:
    assert 1 <= from_environment({}).workers <= 4
    assert [from_environment({"ASSISTANT_WORKERS": text}).workers for text in ("0", "7")] == [0, 7]


@pytest.mark.parametrize("workers", ["x", "-1", "65", "1.5", "٢"])
def test_workers_are_a_small_number(workers: str) -> None:
    with pytest.raises(InputError):
        from_environment({"ASSISTANT_WORKERS": workers})


@pytest.mark.parametrize("port", ["x", "-1", "65536", "7860.0", "١٢", "９"])
def test_a_port_is_a_number(port: str) -> None:
    with pytest.raises(InputError):
        from_environment({"ASSISTANT_PORT": port})


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "ASSISTANT_LANG": "en"}, "en"),
    ],
)
def test_messages_follow_the_locale(environ: dict[str, str], language: str) -> None:
    assert language_of(environ) == language
