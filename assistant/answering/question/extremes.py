"""Words for the lower and the upper end of what is counted."""

from __future__ import annotations

from assistant.guideline.patterns import regex

LOWER = regex(r"最少|至少|最低|下限|起码|不(?:得)?(?:少|低)于|\b(?:minimum|min|at least|least|fewest)\b")
UPPER = regex(
    r"最多|至多|最高|上限|顶多|封顶|撑死|限报|限(?:多少|几)|不(?:得)?(?:超过|多于)"
    r"|\b(?:maximum|max|at most|most|up to|limit|cap)\b"
)
