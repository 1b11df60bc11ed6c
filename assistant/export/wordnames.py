"""Names in WordprocessingML and of the bookmarks of fields; needs no library, so that reading starts quickly."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_UNFIT = re.compile("[^A-Za-z0-9]+")
_MARK = re.compile(r"f_[A-Za-z0-9_]{0,26}_[0-9a-f]{8}")


@cache
def name(tag: str) -> str:
    """The name of an element or attribute of the namespace w as lxml has it."""
    return f"{{{WORD}}}{tag}"


@cache
def bookmark(path: str) -> str:
    """The name of a field's bookmark: letters and figures, at most 40 characters, different for different paths."""
    return f"f_{_UNFIT.sub('_', path)[:26]}_{sha256(path.encode()).hexdigest()[:8]}"


def is_bookmark(words: str | None) -> bool:
    """Whether this is the name of a field's bookmark, of whatever form."""
    return words is not None and _MARK.fullmatch(words) is not None
