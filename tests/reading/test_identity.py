"""Which report a text is, from what it says alone; what it does not say stays unknown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.documents.document import Document
from duixian.reading.furniture import find_furniture
from duixian.reading.records import Government, Language, Level
from duixian.reading.structure.identity import Identity, read_identity

SHARED = Path(__file__).parents[3] / "shared"
RECENT = sorted(SHARED.glob("corpus/china-202*.txt")) + sorted(SHARED.glob("corpus/*-2026*.txt"))

DONE = "过去的一年，全县新建了农村公路一百二十公里，改造了乡镇卫生院八所，群众办事更加方便。"
NATION = Government("中华人民共和国", None, Level.NATION)


def identity(text: str, *, name: str = "-") -> Identity:
    return read_identity(Document(name, "text/plain", "", 0, text, furniture=find_furniture(text)))


def years(text: str) -> tuple[int | None, int | None]:
    found = identity(text)
    return found.year_reviewed, found.year_planned


def test_a_report_with_its_lines_of_title_day_and_speaker_says_all() -> None:
    text = (
        "下载\n打印\n2026年浙江省政府工作报告\n"
        "——2026年1月14日在浙江省第十四届人民代表大会第四次会议上\n省长 王小明\n各位代表：\n"
        f"一、去年工作回顾\n{DONE}\n二、今年重点工作\n我们要修路。\n"
    )
    assert identity(text) == Identity(
        title="2026年浙江省政府工作报告",
        government=Government("浙江省", "330000", Level.PROVINCE),
        year_reviewed=2025,
        year_planned=2026,
        delivered=date(2026, 1, 14),
        languages=(Language.ZH,),
    )


def test_the_name_of_the_file_says_nothing() -> None:
    found = identity(DONE, name="浙江省-2026-政府工作报告.txt")
    assert (found.title, found.government, found.year_planned) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("——2026年2月3日在宁夏回族自治区第十三届人民代表大会第四次会议上", date(2026, 2, 3)),
        ("（2024年3月5日在第十四届全国人民代表大会第二次会议上）", date(2024, 3, 5)),
        ("——二〇二六年一月二十七日在甘肃省十四届人民代表大会第四次会议上", date(2026, 1, 27)),
        ("２０１３年３月５日在第十二届全国人民代表大会第一次会议上", date(2013, 3, 5)),
        ("1957年6月26日在第一届全国人民代表大会第四次会議上", date(1957, 6, 26)),
        ("Delivered at the Second Session of the Congress on March 5, 2024", date(2024, 3, 5)),
        ("——2026年2月30日在某县第十三届人民代表大会第四次会议上", None),
    ],
)
def test_the_day_it_was_given(line: str, day: date | None) -> None:
    assert identity(f"政府工作报告\n{line}\n各位代表：\n{DONE}").delivered == day


def test_the_day_a_page_was_published_is_not_the_day_it_was_given() -> None:
    text = f"政府工作报告\n时间：2026-02-01\n2026-02-01 09:30\n各位代表：\n{DONE}"
    assert identity(text).delivered is None


@pytest.mark.parametrize(
    ("text", "government"),
    [
        ("北京市朝阳区政府工作报告\n各位代表：\n", Government("朝阳区", "110105", Level.COUNTY)),
        ("长春市朝阳区政府工作报告\n各位代表：\n", Government("朝阳区", "220104", Level.COUNTY)),
        ("吉林市政府工作报告\n各位代表：\n", Government("吉林市", "220200", Level.PREFECTURE)),
        ("陕西省2026年政府工作报告\n各位代表：\n", Government("陕西省", "610000", Level.PROVINCE)),
        (
            "政府工作报告\n——2026年1月27日在甘肃省十四届人民代表大会第四次会议上\n各位代表：\n",
            Government("甘肃省", "620000", Level.PROVINCE),
        ),
        (
            "各位代表：\n我代表石景山区人民政府，向大会报告工作，请予审议。\n",
            Government("石景山区", "110107", Level.COUNTY),
        ),
        ("各位代表：\n我代表国务院，向大会作政府工作报告，请予审议。\n", NATION),
        (
            "政府工作报告\n——2024年3月5日在第十四届全国人民代表大会第二次会议上\n各位代表：\n",
            NATION,
        ),
    ],
)
def test_whose_report_it_is(text: str, government: Government) -> None:
    assert identity(text + DONE).government == government


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("2025年青岩县政府工作报告", "2025年青岩县政府工作报告"),
        ("二〇二五年青岩县人民政府工作报告", "二〇二五年青岩县人民政府工作报告"),
        ("2025年度青岩县政府工作报告", "2025年度青岩县政府工作报告"),
        ("青岩县2025年政府工作报告", "青岩县2025年政府工作报告"),
        ("青 岩 县 政 府 工 作 报 告", "青岩县政府工作报告"),
        ("青　岩　县\n人 民 政 府\n工 作 报 告", "青岩县人民政府工作报告"),
        ("青岩县人民政府\n工作报告", "青岩县人民政府工作报告"),
        ("青岩县\n政府工作报告", "青岩县政府工作报告"),
        ("政府工作报告\n——2025年1月8日在青岩县第十八届人民代表大会第四次会议上", "政府工作报告"),
    ],
)
def test_a_government_of_no_list_is_named_in_full(head: str, title: str) -> None:
    found = identity(f"{head}\n各位代表：\n{DONE}")
    assert found.title == title
    assert found.government is not None
    assert (found.government.name, found.government.level) == ("青岩县", Level.COUNTY)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("2025 Government Work Report of Qinghe Municipality", "Qinghe Municipality"),
        ("Work Report of the People's Government of Qinghe City", "Qinghe City"),
        ("2025 Government Work Report of Shenzhen Municipality", "Shenzhen City"),
        (
            "Work Report\nDelivered at the Congress of Qinghe City on January 8, 2025",
            "Qinghe City",
        ),
    ],
)
def test_an_english_title_may_name_the_government_behind(head: str, name: str) -> None:
    found = identity(f"{head}\nFellow deputies,\nWe built three schools last year.\n").government
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("above", ["清河县人民政府", "清河县人民政府门户网站", "走进清河"])
def test_the_name_of_a_site_above_a_title_is_no_part_of_it(above: str) -> None:
    assert identity(f"{above}\n政府工作报告\n各位代表：\n{DONE}").title == "政府工作报告"


def test_a_name_several_places_bear_keeps_its_level_and_has_no_code() -> None:
    found = identity(f"朝阳区政府工作报告\n各位代表：\n{DONE}").government
    assert found == Government("朝阳区", None, Level.COUNTY)


@pytest.mark.parametrize(
    ("text", "government"),
    [
        (
            "Highlights of Shijingshan District People's Government Work Report\n2023 Work Review\n",
            Government("Shijingshan District", "110107", Level.COUNTY),
        ),
        (
            "In 2024, Shijingshan District plans to build roads and to repair many schools there.\n",
            Government("Shijingshan District", "110107", Level.COUNTY),
        ),
        (
            "Looking back on 2023\n\nUnder the leadership of the Beijing Municipal Committee of the "
            "Party, we did our work.\n",
            Government("Beijing Municipality", "110000", Level.PROVINCE),
        ),
        (
            "Chaoyang District Government Work Report\nBeijing has many districts, and in Beijing ours "
            "is the largest of all of them.\n",
            Government("Chaoyang District", "110105", Level.COUNTY),
        ),
        ("On behalf of the State Council, I will now report to you on our work.\n", NATION),
    ],
)
def test_whose_report_it_is_in_english(text: str, government: Government) -> None:
    assert identity(text).government == government


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"一、2023年工作回顾\n{DONE}\n二、2024年政府工作任务\n{DONE}", (2023, 2024)),
        (f"一、去年工作回顾\n{DONE}\n二、2005年工作部署\n{DONE}", (2004, 2005)),
        (f"一、１９９１年国内工作的回顾\n{DONE}\n二、加快改革\n{DONE}", (1991, 1992)),
        (f"一、1993年工作回顾和1994年工作的基本方针\n{DONE}", (1993, 1994)),
        (f"（一）一九五七年的伟大胜利\n{DONE}\n（二）争取一九五八年的新跃进\n{DONE}", (1957, 1958)),
        (f"一、1 9 9 7 年工作回顾\n{DONE}", (1997, 1998)),
        (f"各位代表：\n刚刚过去的１９８４年，{DONE}\n（一）经济形势\n{DONE}", (1984, 1985)),
        (
            "2023 Work Review\n\nRoads were built.\n\nMajor Tasks for 2024\n\nBuild more.",
            (2023, 2024),
        ),
        (
            "District to Implement 197 Major Projects in 2024\n\nIt plans to build roads.",
            (None, 2024),
        ),
        ("In 2024, the district plans to implement both of its major strategies.", (None, 2024)),
        (f"各位代表：\n我代表国务院作报告。\n关于国内建设\n一九八三年，{DONE}", (None, None)),
        (f"一、“六五”计划执行情况的回顾\n{DONE}\n二、“七五”时期的任务\n{DONE}", (None, None)),
    ],
)
def test_the_years_are_those_it_says(text: str, expected: tuple[int | None, int | None]) -> None:
    assert years(text) == expected


def test_the_languages_are_those_much_of_it_is_in_the_first_one_first() -> None:
    assert identity(f"GDP和AI都有发展。{DONE}").languages == (Language.ZH,)
    assert identity(
        "Roads were built in 朝阳 last year, and schools in every village."
    ).languages == (Language.EN,)
    both = (
        "各村的道路都修好了。\nRoads were repaired in every village of the county last year.\n" * 5
    )
    assert identity(both).languages == (Language.EN, Language.ZH)
    assert identity("2024").languages == ()


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_ask(text: str) -> None:
    found = identity(text)
    assert found.title is None or found.title.strip()


@pytest.mark.shared
@pytest.mark.skipif(not RECENT, reason="the shared corpus is not beside the checkout")
@pytest.mark.parametrize("path", RECENT, ids=lambda path: path.stem)
def test_recent_reports_of_the_corpus_are_known(path: Path) -> None:
    place, _, year = path.stem.removesuffix(".zh").partition("-")
    found = identity(path.read_text(encoding="utf-8"))
    assert (found.year_reviewed, found.year_planned) == (int(year) - 1, int(year))
    assert found.government is not None
    assert found.government.name == ("中华人民共和国" if place == "china" else place)
    assert found.delivered is None or found.delivered.year == int(year)


@pytest.mark.parametrize(
    "said",
    [
        "2013年是全面贯彻落实各项部署的开局之年，是承前启后的一年。",
        "一九八三年国民经济和社会发展的年度计划草案，请一并审议。",
        "我们去年已经打下基础。2013年，我们要继续扩大开放。",
    ],
)
def test_the_year_a_plan_is_for_is_said_in_its_own_words(said: str) -> None:
    year = 1983 if "八三" in said else 2013
    told = f"{year - 1}年，{DONE}"
    text = f"一、过去五年工作回顾\n\n{told}\n\n二、今后的工作\n\n{said}\n"
    assert years(text) == (year - 1, year)


def test_a_year_of_a_distant_target_is_not_the_year_of_the_plan() -> None:
    text = f"一、过去五年工作回顾\n\n{DONE}\n\n二、今后的工作\n\n2035年是基本实现目标之年。到1990年将达到三千亿元。\n"
    assert years(text) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "清河县政府工作报告\n2021年1月15日在清河县人民代表大会会议上\n一、2020年工作回顾\n"
        "新建学校8所。\n二、2035年远景目标\n新建学校50所。\n三、今年的主要任务\n新建学校9所。\n",
        "Report on the Work of the Government of Qinghe\nDelivered on January 15, 2021\n\n"
        "I. Review of 2020\n\nWe built 8 schools.\n\nII. Objectives for the 14th Five-Year Plan "
        "Period (2021–2025)\n\nWe will build 50 schools.\n\nIII. Work for 2021\n\nWe will build 9.\n",
    ],
)
def test_headings_of_years_far_ahead_are_not_those_of_the_next(text: str) -> None:
    assert years(text) == (2020, 2021)


def test_a_number_without_end_is_soon_read_past() -> None:
    begun = process_time()
    assert identity("一二三" * 10_000).government is None
    assert process_time() - begun < 5


@pytest.mark.parametrize(
    "told",
    [
        "去年办了许多实事，去年也有教训，去年的经验要总结。今年是新中国成立三十五周年，要好好纪念。",
        "从去年六月第六届全国人民代表大会第一次会议到现在，过去的一年成绩很大，去年的账要算清。",
        "一九八三年粮食增产，一九八三年煤炭增产，一九八三年市场繁荣。去年办成的事，是一九八三年"
        "打下的基础，过去一年大家都努力，一九八三年值得记住，去年一九八〇年定的目标提前达到。",
    ],
    ids=["an anniversary", "a session of the congress", "the year named most"],
)
def test_years_that_nothing_names_are_told_in_passing(told: str) -> None:
    assert years(f"各位代表：\n{told}\n我们要修路。\n") == (1983, 1984)


@pytest.mark.parametrize(
    "told",
    [
        "一九八三年粮食增产，一九八三年煤炭增产，一九八三年市场繁荣，一九八三年人人努力，一九八三年好。",
        "去年办成许多事，过去一年成绩很大，去年市场繁荣。一九八三年增产，一九八〇年减产。",
        "今年是共同倡议和平共处原则三十周年，去年谈过，去年办过，去年又谈过。",
        "去年投资1984元，去年1984个，去年又1984户，1984吨，1984亩，1984米。",
        "去年说过，去年办过，去年又说：到二〇三五年，到二〇三五年，到二〇三五年，到二〇三五年，到二〇三五年。",
        "去年谈过，去年办过，去年又谈过。今年不同往年，明年是新中国成立三十五周年。",
    ],
    ids=[
        "no word of last year",
        "years named alike",
        "another anniversary",
        "sums",
        "a year aimed at",
        "next year's",
    ],
)
def test_what_is_told_in_passing_may_say_no_year(told: str) -> None:
    assert years(f"各位代表：\n{told}\n我们要修路。\n") == (None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"清河县今年新建学校五所\n\n1月8日，县长王小明作政府工作报告。\n\n{DONE}\n",
            "清河县今年新建学校五所",
        ),
        (
            "Qinghe builds five schools\n\nMayor Wang gave the government work report on Monday.\n\n"
            "The county built five schools last year, and it will build eight more this year.\n",
            "Qinghe builds five schools",
        ),
        (f"1月8日，县长王小明作政府工作报告。\n\n{DONE}\n", None),
    ],
)
def test_news_are_titled_by_their_headline_and_no_sentence_is_a_title(
    text: str, title: str | None
) -> None:
    assert identity(text).title == title


def test_a_report_on_governing_names_its_government() -> None:
    text = f"青岩縣政府施政報告\n\n一、施政成果\n\n{DONE}\n\n二、施政重點\n\n修路。\n"
    found = identity(text)
    assert found.government is not None
    assert found.government.name == "青岩县"
