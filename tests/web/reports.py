"""Small reports of our own wording, and how a test puts them into the ledger."""

from __future__ import annotations

from duixian.documents.sources import load_bytes
from duixian.reading.read import read_document
from duixian.reading.records import Report as Reading
from duixian.web.ledger.models import Report
from duixian.web.ledger.storing.documents import keep_bytes, read_kept, store_document
from duixian.web.ledger.storing.store import store_reading

PLAN = """石景山区政府工作报告
——2024年1月10日在石景山区第十七届人民代表大会上
一、2023年工作回顾
全年新增就业岗位1.1万个。居民人均可支配收入增长5.2%。改造老旧小区12个。
二、2024年主要任务
地区生产总值增长5%左右。新增就业岗位1.2万个以上。改造老旧小区15个。
新建口袋公园6处，建成养老服务驿站3家。持续优化营商环境。
"""
REVIEW = """石景山区政府工作报告
——2025年1月9日在石景山区第十七届人民代表大会上
一、2024年工作回顾
地区生产总值增长5.6%。全年新增就业岗位1.3万个。改造老旧小区9个。新建口袋公园6处。
二、2025年主要任务
地区生产总值增长5%以上。新增就业岗位1.2万个以上。改造老旧小区10个。
"""
PLAN_ENGLISH = """Report on the Work of the Shijingshan District Government
Delivered on January 10, 2024
I. Review of Work in 2023
We created 11,000 new jobs over the year. Per capita disposable income grew by 5.2 percent.
We renovated 12 old residential communities.
II. Major Tasks for 2024
We will aim for GDP growth of around 5 percent. We will create over 12,000 new jobs.
We will renovate 15 old residential communities. We will build 6 pocket parks and 3 elderly care stations.
"""
REVIEW_ENGLISH = """Report on the Work of the Shijingshan District Government
Delivered on January 9, 2025
I. Review of Work in 2024
GDP grew by 5.6 percent. We created 13,000 new jobs over the year.
We renovated 9 old residential communities. We built 6 pocket parks.
II. Major Tasks for 2025
We will aim for GDP growth of over 5 percent. We will create over 12,000 new jobs.
"""


def reading_of(text: str, *, name: str = "report.txt") -> Reading:
    """Read a text as a report."""
    return read_document(load_bytes(text.encode(), name=name))


def stored(text: str, *, name: str = "report.txt", is_published: bool = False) -> Report:
    """Keep a text and what it says."""
    document = read_kept(keep_bytes(text.encode()), name)
    report = store_reading(store_document(document, name=name), read_document(document))
    if is_published:
        report.is_published = True
        report.save()
    return report
