from __future__ import annotations

from collections.abc import Callable

import pytest

from evals.cases import Case, Gold
from evals.quoting import fault, touches
from evals.reply import Cited
from evals.sources import Sources


@pytest.mark.parametrize(
    ("cited", "wanted"),
    [
        (Cited("rules", "", "企业注册时间不少于3年"), ""),
        (Cited("", "", "企业注册时间不少于3年"), ""),
        (Cited("rules", "企业注册时间不少于3年", ""), ""),
        (Cited("rules", "", "企业注册时间不少于5年"), "not found"),
        (Cited("rules", "", "可以不受注册时间限制"), "not found"),
        (Cited("other", "", "企业注册时间不少于3年"), "misattributed"),
        (Cited("lost", "", "企业注册时间不少于3年"), "misattributed"),
        (Cited("rules", "", "企业注册时间不少于不超过 5 家"), "not found"),
        (Cited("rules", "", "企业注册时间不少于联合单位不超过 5 家"), "stitched"),
        (Cited("rules", "", ""), "not found"),
        (Cited("rules", "", "牵头单位为本科院校", 4, 13), ""),
        (Cited("rules", "", "牵头单位为本科院校", 5, 14), "offsets"),
        (Cited("rules", "企业注册时间不少于5年", "企业注册时间不少于3年"), "altered"),
        (Cited("rules", "企业注册时间少于3年", "企业注册时间不少于3年"), "altered"),
        (Cited("rules", "第三条联合单位不超过5家", "第三条 联合单位不超过 5 家"), ""),
        (Cited("rules", "牵头单位不为本科院校", "牵头单位为本科院校"), "altered"),
        (Cited("rules", "可以不受任何时间上的限制3", "企业注册时间不少于3年"), "altered"),
        (Cited("rules", "企业注册时间不少子3年", "企业注册时间不少于3年"), ""),
    ],
)
def test_faults(sources: Sources, cited: Cited, wanted: str) -> None:
    assert fault(cited, sources) == wanted


@pytest.mark.parametrize(
    ("words", "document", "wanted"),
    [
        ("企业注册时间不少于\n 3 年。\n第三条", "rules", True),
        ("时间不少于3年。第三条 联合单位", "rules", True),
        ("3年。第三条 联合单位不超过 5 家", "rules", False),
        ("企业注册时间不少于3年", "", True),
        ("牵头单位为", "other", False),
        ("3年", "rules", True),
    ],
)
def test_touching_is_a_shared_place(
    sources: Sources, make_case: Callable[..., Case], words: str, document: str, wanted: bool
) -> None:
    case = make_case(gold=(Gold("rules", "企业注册时间不少于3年"),))
    assert touches(Cited(document, "", words), case, sources) is wanted
