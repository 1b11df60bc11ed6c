"""Office files whose bytes depend on nothing but their content."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX = 3


def repacked(package: bytes, day: date) -> bytes:
    """The same entries in the same order, all of one day (1980 at the earliest) and one system."""
    made = BytesIO()
    when = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with ZipFile(BytesIO(package)) as held, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in held.namelist():
            entry = ZipInfo(name, when)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, 0o600 << 16
            target.writestr(entry, held.read(name))
    return made.getvalue()
