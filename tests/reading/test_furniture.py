"""Page furniture is found wherever pages put it, and nothing of a report is taken for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.reading.furniture import find_furniture

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = sorted(SHARED.glob("corpus/*.txt")) + sorted(SHARED.glob("seeds/*.txt"))

SENTENCE = "去年，全县新建改建农村公路一百二十公里，改造提升乡镇卫生院八所，群众办事更加方便。"
ENGLISH = "The county built three schools last year and repaired forty kilometres of village roads."

CHINESE_PAGE = f"""网站首页
政务公开
您的位置：
首页
>
要闻动态
清河县政府工作报告
——2025年1月8日在清河县第十八届人民代表大会第四次会议上
县长 王小明
来源：清河日报
时间：2025-01-12 09:30
【字号：
大
中
小
】
王小明作政府工作报告。本报记者 李四 摄
各位代表：
一、2024年工作回顾
{SENTENCE}
分享到微信
扫一扫在手机打开当前页
【
打印本页
】
上一篇：全县春耕备耕工作会议召开
相关报道：
清河县召开经济工作会议
"""

ENGLISH_PAGE = f"""Choose Qinghe
You are here: Home > News > Reports
Highlights of the Qinghe County Government Work Report
2025-01-12 09:30
2024 Work Review
{ENGLISH}
Winter wheat in Qinghe
Photo by Jane Doe / Unsplash
{ENGLISH} (Text arrangement/Wang Wu)
Source: Qinghe Daily
#Qinghe #work #report
Related Posts
Leave a Comment
"""


def kept(text: str) -> list[str]:
    """Return the lines of a text that are left when its furniture is taken out."""
    for start, end in reversed(find_furniture(text)):
        text = text[:start] + text[end:]
    return [line.strip() for line in text.split("\n") if line.strip()]


def test_of_a_saved_chinese_page_only_the_report_is_left() -> None:
    assert kept(CHINESE_PAGE) == [
        "清河县政府工作报告",
        "——2025年1月8日在清河县第十八届人民代表大会第四次会议上",
        "县长 王小明",
        "各位代表：",
        "一、2024年工作回顾",
        SENTENCE,
    ]


def test_of_a_saved_english_page_only_the_report_is_left() -> None:
    assert kept(ENGLISH_PAGE) == [
        "Highlights of the Qinghe County Government Work Report",
        "2024 Work Review",
        ENGLISH,
        ENGLISH,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "来源：清河日报",
        "（来源：清河县融媒体中心）",
        "责任编辑：张三",
        "编辑：李四 审核：王五",
        "发布时间：2025-01-12 09:30",
        "2025年1月12日 09:30",
        "下一篇：全县重大项目集中开工",
        "版权所有 清河县人民政府",
        "冀ICP备12345678号-1",
        "阅读量：1024",
        "(Source: Qinghe Today)",
        "Source: Qinghe Daily",
        "Editor: Li Hua",
        "Photo: Wang Wu",
        "Copyright © 2025 Qinghe County",
        "Updated: January 12, 2025",
        "Share this article",
        "#清河 #政府工作报告",
        "发布时间：2025-01-12 09:30 来源：县政府办 浏览次数：1024次 字号：[ 大 中 小 ] 打印 收藏",
        "来源：县政府办  时间：2025年1月12日  点击数：88",
        "第 1 页 共 3 页 上一页 1 2 3 下一页",
        "首页 1 2 3 4 末页",
        "附件：清河县人民政府工作报告.docx",
        "本网站使用Cookie。",
        "扫一扫在手机打开当前页",
        "Source: Qinghe Daily  Author: Li Hua  Views: 88",
        "« Previous 1 2 3 Next »",
        "Page 2 of 5",
        "This website uses cookies to count its visitors.",
        "Last updated: 2025-01-09 | Views: 1,234 | Copyright © 2025 Qinghe. All rights reserved. Tel 0319-1234567",
        "Views: 1,234",
        "Address: 1 Dam Road | Postcode: 054800 | Tel: 0319-1234567 | office@qinghe.example",
        "电话：0319-1234567 | 邮编：054800 | 隐私声明",
    ],
)
def test_a_line_that_says_it_is_furniture_is_so_wherever_it_stands(line: str) -> None:
    assert kept(f"{SENTENCE}\n{line}\n{SENTENCE}") == [SENTENCE, SENTENCE]


@pytest.mark.parametrize(
    "line",
    [
        "一、2024年工作回顾",
        "（一）持续扩大有效投资",
        "结束语",
        "重点做好六个方面工作：",
        "Major Tasks for 2025",
        "Implement 40 key projects.",
        "Share the fruits of development with all.",
        "Update 30 old residential communities",
        "下一步，要把教育摆在优先位置",
        "扫一扫办理的事项达到300项。",
        "我们将完善三项制度：来源可查、时间可溯、作者可问，编辑：责任到人。",
        "首页共发布信息1200条",
        "来源于群众的意见都已逐条答复，并向社会公开了办理结果。",
        "建设时间：3月至10月，资金来源：区级财政，总投资3亿元",
        "乡村道路 发布时间：3月，来源：交通局，改造农村公路20公里",
        "Start Date: March 2025, Funding Source: county budget, renovate 300 homes",
        "Page 3 of 12 sets out the plan to build 20 homes.",
        "GDP: 46 billion yuan | Growth: 8.1% | New jobs: 9,000",
        "Mending the dam | 2025-06-30 | 2025-12-31",
        "Visits: 12,000",
        "Hotline opened | Views of the old town restored",
    ],
)
def test_a_line_of_the_report_is_kept_wherever_it_stands(line: str) -> None:
    for text in (f"{SENTENCE}\n{line}\n{SENTENCE}", f"{line}\n{SENTENCE}", f"{SENTENCE}\n{line}"):
        assert line in kept(text)


def test_a_menu_word_inside_the_report_is_not_furniture() -> None:
    assert "大" in kept(f"{SENTENCE}\n大\n{SENTENCE}")


def test_the_breadcrumb_goes_and_the_title_of_the_same_words_stays() -> None:
    text = f"首页\n>\n政府工作报告\n清河县政府工作报告\n各位代表：\n{SENTENCE}"
    assert kept(text) == ["清河县政府工作报告", "各位代表：", SENTENCE]


def test_the_speaker_above_a_captioned_photograph_is_kept() -> None:
    text = f"政府工作报告\n县长 王小明\n王小明作报告。本报记者 李四 摄\n各位代表：\n{SENTENCE}"
    assert kept(text) == ["政府工作报告", "县长 王小明", "各位代表：", SENTENCE]


def test_a_related_line_high_up_in_a_long_report_does_not_hide_what_follows() -> None:
    text = f"{SENTENCE}\n相关报道：\n" + f"{SENTENCE}\n" * 80
    assert kept(text).count(SENTENCE) == 81


def test_a_text_without_furniture_has_none() -> None:
    assert find_furniture("") == ()
    assert find_furniture(f"{SENTENCE}\n\n{ENGLISH}\n") == ()


LINES = st.sampled_from([*CHINESE_PAGE.split("\n"), *ENGLISH_PAGE.split("\n"), "", "　"])


@given(st.lists(LINES | st.text(max_size=30), max_size=40))
def test_spans_are_in_order_inside_the_text_and_never_empty(lines: list[str]) -> None:
    text = "\n".join(lines)
    end = 0
    for start, stop in find_furniture(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        end = stop


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS, reason="the shared corpus is not beside the checkout")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_no_long_sentence_of_the_corpus_is_furniture(path: Path) -> None:
    """Only captions, licences and source lines end as sentences do, and they stand outside."""
    text = path.read_text(encoding="utf-8")
    for start, end in find_furniture(text):
        inside = 0.02 * len(text) < start and end < 0.97 * len(text)
        is_sentence = re.search(r"[。；.]$", text[start:end]) is not None
        assert not (inside and is_sentence), text[start:end]
    taken = sum(end - start for start, end in find_furniture(text))
    assert taken < max(400, 0.03 * len(text))
