"""A third round of spoiled forms, made after the rules had been mended on the first two."""

from __future__ import annotations

from tests.precheck.cases import CENTRE, COLLEGE, COMMUNITY, CONSORTIUM, DEMAND, LIST, SUMMARY, case
from tests.precheck.spoiling import instead, says, with_line

THIRDS = (
    case("a budget told once more", CONSORTIUM, with_line("4", "2024年拟投入运行经费680万元。"), is_="same_figure@4|1.budget.2024"),
    case("a letter for a nought", CONSORTIUM, says("1.office_area", "26O"), is_="unit|placeholder@1.office_area", also="same_figure@3|1.office_area"),
    case("a blank for a district", CONSORTIUM, says("cover.district", "　"), is_="empty@cover.district"),
    case("a coming year paid out", CONSORTIUM, instead("2023年安排1200万元，已全部拨付到位", "2025年安排1200万元，已全部拨付到位", "1.policies"), is_="year@1.policies"),
    case("less than no result", CENTRE, says("2.national_results", "-1"), is_="total|unit|share@2.national_results|2.results"),
    case("an investment turned round", CENTRE, instead("中心总投资3200万元", "中心总投资2300万元", "4.1"), is_="same_figure@4.1|1.investment"),
    case("thirty-first of June beside the signature", COMMUNITY, says("7.date", "2024年6月31日"), is_="year@7.date"),
    case("three letters for a number", COMMUNITY, instead("秘书处配备专职人员4人、兼职人员6人", "秘书处配备专职人员TBD人、兼职人员6人", "6"), is_="placeholder@6"),
    case("an empty bracket", COMMUNITY, instead("牵头企业提供中试场地1200平方米", "牵头企业提供中试场地【】平方米", "6"), is_="placeholder@6", firm=False),
    case("crosses in a telephone", COMMUNITY, says("1.contact_phone", "0571-xxxxxxxx"), is_="placeholder@1.contact_phone"),
    case("neither public nor private", COLLEGE, instead("☑公办", "□公办", "lead.ownership"), is_="empty@lead.ownership"),
    case("pupils lead", COLLEGE, says("lead.name", "某江技师学院附属小学"), is_="eligibility@lead"),
    case("yet to be verified", SUMMARY, instead("投入经费482万元", "投入经费482万元（待核实）", "2"), is_="placeholder@2", firm=False),
    case("grades are over a hundred per cent", DEMAND, instead("初级工及以下占25.0%", "初级工及以下占35.0%", "2"), is_="share|total@2"),
    case("to be filled in, behind a colon", LIST, says("list.reporter", "填报人：待填"), is_="placeholder@list.reporter"),
    case("a 共同体 that calls itself a 联合体", COMMUNITY, says("1.name", "智能物联传感行业产教融合联合体"), is_="same_figure|naming@1.name|cover.name"),
    case("three hundred per cent", CONSORTIUM, says("2.progression.2023", "324%"), is_="share@2.progression.2023"),
    case("income tax is forgone", CONSORTIUM, instead("兴办职业教育的投资符合规定的，按投资额的30%抵免当年应缴教育费附加和地方教育附加", "兴办职业教育的投资符合规定的，按投资额的30%抵免当年应缴企业所得税", "1.policies"), is_="levy@1.policies"),
)  # fmt: skip
