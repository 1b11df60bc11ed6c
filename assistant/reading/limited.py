"""PDF and Word files parsed in a process of their own, which may be killed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from assistant.errors import UnreadableSource
from assistant.reading.extracted import Extracted

SECONDS = 60
MEMORY = 2_000_000_000


def extract_apart(path: Path, seconds: int = SECONDS) -> Extracted:
    """The text of a PDF or Word file; a file that takes too long or too much memory is refused."""
    command = [sys.executable, "-m", "assistant.reading.limited", str(path.resolve()), str(seconds)]
    root = Path(__file__).resolve().parents[2]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, cwd=root, check=False)  # noqa: S603
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise _too_much(path) from None
    except ValueError:
        raise _too_much(path) from None
    if "zh" in answer:
        raise UnreadableSource(answer["zh"], answer["en"])
    return Extracted(answer["text"], tuple((line, level) for line, level in answer["levels"]))


def extract_here(path: Path) -> Extracted:
    """The text of a PDF or Word file, parsed in this process."""
    if path.suffix.lower() == ".pdf":
        from assistant.reading.pdf import pdf_text

        return pdf_text(path)
    from assistant.reading.word import word_text

    return word_text(path)


def _main(path: Path, seconds: int) -> None:
    """Parse one file under limits and print what came out as JSON."""
    try:
        import resource
    except ImportError:  # Windows has no limits of this kind; the time-out still holds
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    answer: dict[str, object]
    try:
        extracted = extract_here(path)
        answer = {"text": extracted.text, "levels": extracted.levels}
    except UnreadableSource as error:
        answer = {"zh": error.zh, "en": error.en}
    sys.stdout.write(json.dumps(answer))


def _too_much(path: Path) -> UnreadableSource:
    return UnreadableSource(
        f"文件 {path.name} 过于复杂，解析超出时间或内存限制。",
        f"{path.name} takes more time or memory to parse than is allowed.",
    )


if __name__ == "__main__":
    _main(Path(sys.argv[1]), int(sys.argv[2]))
