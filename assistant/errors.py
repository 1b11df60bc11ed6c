"""Every error this project raises on purpose.

AssistantError                 one sentence for the person, an exit code, an HTTP status
├── InputError                 what was asked or given cannot be used        exit 2, 400
│   ├── TooLong                more characters than a question may have      exit 2, 413
│   ├── BadFile                a file that is refused or cannot be opened    exit 2, 400
│   └── Unknown                no programme, document or clause of that id   exit 2, 404
├── Unanswered                 nobody could answer just now                  exit 3, 503
│   ├── Busy                   more questions are waiting than may           exit 3, 503
│   ├── TookTooLong            one question took longer than it may          exit 3, 503
│   ├── NobodyThere            no process of the crew can be started         exit 3, 503
│   └── Ended                  the crew has stopped                          exit 3, 503
└── CorpusError                the documents cannot be used                  exit 3, 503
    ├── UnreadableSource       one file cannot be decoded or parsed          exit 3, 503
    ├── BadCatalogue           the catalogue is malformed (reading)          exit 3, 503
    ├── BadCorrection          a correction does not fit (reading)           exit 3, 503
    ├── BadCard                a programme card is malformed (programmes)    exit 3, 503
    └── IndexUnusable          the derived index cannot be used or built     exit 3, 503
        ├── DataFolderBusy     another process is writing the data folder    exit 3, 503
        └── EmbeddingFailed    the embedding model does not answer (llm)     exit 3, 503

Those marked with a room live there.
"""

from __future__ import annotations


class AssistantError(Exception):
    """An error whose text is one clear sentence for the person who caused it."""

    exit_code = 1
    status = 500
    code = "error"
    retry_after: int | None = None
    """Seconds after which asking again makes sense."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes, whatever their own constructors take."""
        return _again, (type(self), self.zh, self.en)

    def message(self, language: str) -> str:
        """The sentence in "zh" or "en"."""
        return self.en if language == "en" else self.zh


class InputError(AssistantError):
    """What was asked or given cannot be used."""

    exit_code = 2
    status = 400
    code = "bad_input"


class TooLong(InputError):
    """More characters than a question may have."""

    status = 413
    code = "too_long"


class BadFile(InputError):
    """A file that is refused or cannot be opened."""

    code = "bad_file"


class Unknown(InputError):
    """No programme, document or clause has that id."""

    status = 404
    code = "unknown_id"


class Unanswered(AssistantError):
    """Nobody could answer just now; nothing is wrong with the question."""

    exit_code = 3
    status = 503
    code = "unanswered"


class Busy(Unanswered):
    """More questions are waiting than may."""

    code = "busy"
    retry_after = 1


class TookTooLong(Unanswered):
    """One question took longer than it may."""

    code = "took_too_long"


class NobodyThere(Unanswered):
    """No process of the crew can be started, or the question ended two of them."""

    code = "nobody_there"


class Ended(Unanswered):
    """The crew has stopped."""

    code = "stopping"
    retry_after = 1


class CorpusError(AssistantError):
    """The documents cannot be used."""

    exit_code = 3
    status = 503
    code = "corpus_unusable"


class UnreadableSource(CorpusError):
    """One source file cannot be decoded or parsed."""

    code = "unreadable_source"


class IndexUnusable(CorpusError):
    """The derived index cannot be used or built."""

    code = "index_unusable"


class DataFolderBusy(IndexUnusable):
    """Another process is writing the data folder."""

    code = "data_folder_busy"


def _again(kind: type[AssistantError], zh: str, en: str) -> AssistantError:
    error = kind.__new__(kind)
    AssistantError.__init__(error, zh, en)
    return error
