"""True sentences with figures, years and words that look like faults: one more of them in a form in order is none."""

from __future__ import annotations

from tests.precheck.cases import CENTRE, COLLEGE, COMMUNITY, CONSORTIUM, DEMAND, SUMMARY, case
from tests.precheck.spoiling import with_line

SENTENCES = (
    ("growth over a hundred", CONSORTIUM, "3", "2023年技术服务收入同比增长135%，完成年度计划的112%，订单数是上年的180%。"),
    ("parts that overlap", CONSORTIUM, "3", "园区现有企业86家，其中规模以上52家、高新技术企业47家、“专精特新”企业23家。"),
    ("parts that are not all", CENTRE, "4.2", "建筑面积9800平方米，其中实训区7600平方米。"),
    ("titles that overlap", COLLEGE, "support.organisation", "专任教师45人中，博士18人、高级职称26人、双师型教师40人。"),
    ("one year of three", CENTRE, "5.2.2", "三年累计培训6700人中，2024年2000人。"),
    ("years with no sum", CONSORTIUM, "3", "2021—2023年园区培训收入分别为112万元、126万元、147万元。"),
    ("rounded shares", DEMAND, "2", "受访企业中，大、中、小型企业各占33.3%、33.3%、33.3%。"),
    ("several answers allowed", DEMAND, "1", "关于用工困难的原因（可多选），选择“技能不足”的占68%，选择“流动性大”的占54%，选择“招聘渠道少”的占39%。"),
    ("another span of years", CENTRE, "4.3", "近五年累计开展社会培训8100人，高于近三年的规模。"),
    ("another year", CONSORTIUM, "3", "2022年培养学徒300人，2023年增加到420人。"),
    ("the whole province", CONSORTIUM, "3", "全省2023年共培养学徒4.2万人，本市占有较大比重。"),
    ("a part of them", CONSORTIUM, "3", "2023年数控专业培养学徒120人，机器人专业培养学徒96人。"),
    ("about as much", CONSORTIUM, "4", "2024年拟投入运行经费600余万元，三年合计约2000万元。"),
    ("in hundreds of millions", CONSORTIUM, "4", "2024年拟投入运行经费0.062亿元。"),
    ("a title with a year", COMMUNITY, "3", "落实《中国教育现代化2035》要求，服务2035年远景目标。"),
    ("a later plan period", COMMUNITY, "5", "为“十五五”时期（2026—2030年）产业发展储备人才。"),
    ("next year's plan already made", COMMUNITY, "5", "2025年招生计划已报主管部门备案。"),
    ("done early this year", COMMUNITY, "5", "2024年1月已完成实训设备招标，2024年4月已到货验收。"),
    ("on what there is", CONSORTIUM, "4", "2025年在已建成的平台基础上新建1个，2026年依托已有条件扩容。"),
    ("a plan of a coming year", COMMUNITY, "5", "到2026年，累计服务企业不少于60家；2025年预算已列入各单位年度安排。"),
    ("a law of another year", CONSORTIUM, "1.policies", "依据2022年修订的《中华人民共和国职业教育法》制定实施细则。"),
    ("confidentiality of data", CENTRE, "4.2", "数据平台按机密性、完整性、可用性要求加密存储，全部材料不含涉密内容。"),
    ("an agreement on silence", CENTRE, "4.1", "参与项目的教师均签订保密协议。"),
    ("posts to be settled", CENTRE, "5.2.4", "完善待定岗实习生管理和教师待遇保障办法。"),
    ("how to fill in a form", CENTRE, "5.2.2", "培训内容包括设备点检表填写、示例程序调试等。"),
    ("units of measure", CENTRE, "4.2", "主轴功率15kW，定位精度0.005mm，恒温22℃，配备X射线探伤仪和3D打印机，开设C语言课程。"),
    ("a model of machine", CENTRE, "4.2", "另有CK6140型数控车床8台、KR-16型机器人2台。"),
    ("a grade by letter", CENTRE, "4.2", "建成D级洁净教学区，管理人员持A类证书上岗。"),
    ("tax that is paid", CONSORTIUM, "1.policies", "园区企业2023年依法缴纳增值税12.6亿元、企业所得税8.3亿元。"),
    ("another lawful deduction", CONSORTIUM, "1.policies", "园区企业依法享受研发费用100%加计扣除政策。"),
    ("all of them", CONSORTIUM, "3", "2023年数控技术专业毕业生就业率100%。"),
    ("advisers besides", CONSORTIUM, "3", "秘书处配备工作人员8人，另聘顾问2人。"),
    ("from so many to so many", CONSORTIUM, "3", "培养学徒由2021年的260人增加到2023年的420人。"),
    ("one to one", COMMUNITY, "6", "企业投入与学校投入按1:1配套。"),
    ("a dean of a college", COMMUNITY, "4", "秘书长由牵头学校产业学院院长担任，聘任3名兼职秘书。"),
    ("other years of the summary", SUMMARY, "1", "2023年筹建期间走访企业41家，2022年启动前期论证。"),
    ("next year's targets", SUMMARY, "4", "到2026年，订单培养达到260人，企业兼职教师达到96人。"),
    ("a telephone in a text", SUMMARY, "5", "咨询电话0571-00003002，邮编310000，累计来电2024次。"),
    ("half of it", COLLEGE, "support.funds", "2023年先期投入1000万元，占总投入的41.7%。"),
    ("many kinds of people", DEMAND, "2", "38600名职工中，女性11580人，35岁以下21230人，持证人员17370人。"),
    ("a number with its parts elsewhere", CENTRE, "4.1", "学院有教职工786人，其中专任教师562人，建有实训室124间。"),
    ("what others have", COMMUNITY, "5", "参照长三角同类共同体经验，某市共同体2024年订单培养学生900人。"),
)  # fmt: skip
TRUE = tuple(case(f"true: {name}", form, with_line(path, line)) for name, form, path, line in SENTENCES)
