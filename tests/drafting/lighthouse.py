"""A made-up document with a made-up form, read as any other."""

from __future__ import annotations

from pathlib import Path

from assistant.drafting.form import Forms
from assistant.drafting.form_files import read_forms
from assistant.guideline.document import Guideline
from assistant.reading.library import read_folder

TEXT = """关于申报灯塔守护基地的通知

一、申报要求

申报单位须于 2031 年 3 月 1 日前报送申报表，一式 3 份。

附件 1

灯塔守护基地申报表

守护单位名称 _____

填报说明

一、正文字体为楷体_GB2312，字号为四号，行距为固定值 22 磅。

一、基本情况

守护单位	名称		电话
	灯塔数量（座）	2030 年	2031 年

二、守护方案

（不超过 300 字，包括巡检、维修、值守等）

三、保障

1.人员保障（200 字以内，下同）

2.经费保障

守护单位负责人签字：

年 月 日
"""

FORM = """
id = "lighthouse"
document = "lighthouse"
programmes = ["lighthouse"]
annex = "附件1"
anchor = "a1"
title = "灯塔守护基地申报表"
names = ["灯塔守护基地申报表", "灯塔表"]
sent = ["申报单位须于2031年3月1日前报送申报表，一式3份。"]

[[rule]]
kind = "font"
words = ["楷体_GB2312"]
quote = "正文字体为楷体_GB2312"
[[rule]]
kind = "size"
number = 14
quote = "字号为四号"
[[rule]]
kind = "line_spacing"
number = 22
quote = "行距为固定值22磅"
[[rule]]
kind = "copies"
number = 3
quote = "一式3份"
elsewhere = true
[[rule]]
kind = "due"
words = ["2031-03-01"]
quote = "2031年3月1日前报送"
elsewhere = true

[cover]
[[cover.block]]
line = [{ print = "守护单位名称" }, { fill = "name", fact = "unit.name" }]

[[section]]
id = "1"
title = "一、基本情况"
[[section.block]]
table = "table"
widths = [20, 30, 25, 25]
years = [2030, 2031]
[[section.block.row]]
clause = "a1.1.r1"
cells = [{ print = "守护单位", tall = 3 }, { items = [{ print = "名称" }, { fill = "name" }] }, { print = "电话" }, { fill = "phone" }]
[[section.block.row]]
clause = "a1.1.r2"
cells = [{ print = "灯塔数量（座）", tall = 2 }, { print = "2030年" }, { print = "2031年" }]
[[section.block.row]]
clause = "a1.1.r2"
cells = [{ fill = "towers", years = true, kind = "number", unit = "座" }]

[[section]]
id = "2"
title = "二、守护方案"
[[section.block]]
fill = ""
kind = "narrative"
guidance = "（不超过300字，包括巡检、维修、值守等）"
elements = ["巡检", "维修", { quote = "值守", asked = false }]
limit = { most = 300, quote = "不超过300字" }

[[section]]
id = "3"
title = "三、保障"
[[section.block]]
fill = "people"
label = "1.人员保障"
kind = "narrative"
guidance = "（200字以内，下同）"
limit = { most = 200, quote = "200字以内" }
[[section.block]]
fill = "money"
label = "2.经费保障"
kind = "narrative"
limit = { from = "3.people", zh = "各200字", en = "200 each" }
[[section.block]]
line = [{ print = "守护单位负责人签字：" }, { fill = "signature", kind = "signature" }]
"""

CATALOGUE = """
[[document]]
file = "lighthouse.txt"
[[programme]]
id = "lighthouse"
document = "lighthouse"
names = ["灯塔守护基地"]
"""


def guidelines(folder: Path) -> tuple[Guideline, ...]:
    """The made-up document, read from `folder`."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "lighthouse.txt").write_text(TEXT, encoding="utf-8")
    (folder / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    return read_folder(folder)[0]


def forms(folder: Path, *texts: str) -> Forms:
    """What the loader makes of form files with these texts."""
    held = guidelines(folder)
    (folder / "forms").mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / "forms" / f"{number}.toml").write_text(text, encoding="utf-8")
    return read_forms(folder / "forms", held)
