"""Words of comparison, one language against the other: kept, lost, added, changed, reversed.

Chinese \\ English   exact     >         >=        <         <=        about
exact                kept      added     added     added     added     added
>  超过 多 余        lost      kept      changed   reversed  reversed  changed
>= 以上 不少于       lost      changed   kept      reversed  reversed  changed
<  不到 不足         lost      reversed  reversed  kept      changed   changed
<= 以内 不超过       lost      reversed  reversed  changed   kept      changed
~  近 约 左右        lost      changed   changed   changed   changed   kept
"""

from __future__ import annotations

import re
from functools import cache

from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.audit.pairs import Pair
from duixian.bilingual.audit.wording import relation_words
from duixian.bilingual.messages import said
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Side
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.relation_words import chinese_relations
from duixian.reading.quantities.english.words import comparisons
from duixian.reading.records import Language, Relation

_UPWARDS = frozenset({Relation.MORE, Relation.AT_LEAST})
_DOWNWARDS = frozenset({Relation.LESS, Relation.AT_MOST})
_REACH = {Language.ZH: 8, Language.EN: 30}  # characters a word of comparison may stand away
_CLAUSE_END = re.compile(r"[，,。；;、：:]|\.\s")
_DIGIT = re.compile(r"\d")
_LISTED = re.compile(r"[^.;:]{0,80}\Z")


_PAST_YEARS = re.compile(r"近.{1,4}年")  # the last so many years, no approximation


def change_between(zh: Figure, en: Figure) -> str:
    """Return how the relation of two figures changed; empty where it is kept."""
    if _PAST_YEARS.search(zh.quote) and zh.unit == "year":
        return ""
    is_class = zh.described.mention.is_threshold  # 百亿级: worth ten billion, or over it
    if is_class and zh.relation in _UPWARDS and en.relation in _UPWARDS:
        return ""
    return relation_change(zh.relation, en.relation)


def relation_change(zh: Relation, en: Relation) -> str:
    """Return ``lost``, ``added``, ``changed`` or ``reversed``; empty where it is kept."""
    if zh is en:
        return ""
    if en is Relation.EQUAL:
        return "lost"
    if zh is Relation.EQUAL:
        return "added"
    is_reversed = (zh in _UPWARDS and en in _DOWNWARDS) or (zh in _DOWNWARDS and en in _UPWARDS)
    return "reversed" if is_reversed else "changed"


def relation_message(change: str, zh: Figure, en: Figure) -> Label:
    """Say how a relation changed, with the words on both sides."""
    if change == "lost":
        what = said("relation-lost", en=en.text, zh=_quoted(zh))
    elif change == "added":
        what = said("relation-added", en=_quoted(en), zh=zh.text)
    else:
        what = said("relation-other", zh=_quoted(zh), en=_quoted(en))
    return said("relation", change=said(change), what=what)


def _quoted(figure: Figure) -> Label:
    name = relation_words(figure.relation)
    return Label(f"{figure.quote} ({name.en})", f"{figure.quote}（{name.zh}）")


def is_said_nearby(side: Side, figure: Figure, relation: Relation) -> bool:
    """Tell whether a word for the relation stands a little way off: 超过全球一半, over a mere 5."""
    sentence = side.sentences[figure.sentence]
    start, end = figure.edges
    reach = _REACH[side.language]
    before = side.normal[max(sentence.start, start - reach) : start]
    after = side.normal[end : min(sentence.end, end + reach)]
    # A word in front of another number is that number's.
    before = _DIGIT.split(_CLAUSE_END.split(before)[-1])[-1]
    after = _DIGIT.split(_CLAUSE_END.split(after)[0])[0]
    pattern = _words(side.language, relation)
    return bool(pattern.search(before) or pattern.search(after))


@cache
def _words(language: Language, relation: Relation) -> re.Pattern[str]:
    tables = _said(language)
    # A single character is too often part of another word to be read away from its number.
    listed = [word for each in tables for word, sign in each.items() if sign is relation]
    spoken = [word for word in listed if len(word) > 1 or word in "近约超逾"]
    edge = r"\b" if language is Language.EN else ""
    return re.compile(rf"{edge}(?:{word_tree(spoken)}){edge}", re.IGNORECASE)


def _said(language: Language) -> tuple[dict[str, Relation], dict[str, Relation]]:
    """Return what the words in front of a number and behind it say."""
    if language is Language.ZH:
        chinese = chinese_relations()
        return chinese.said_before, chinese.said_after
    english = comparisons()
    return english.relations_before, english.relations_after


def carries_over(side: Side, pair: Pair, earlier: list[Pair]) -> bool:
    """Tell whether the word before an earlier figure of a list holds for this one too.

    "At least 300 beds and 2,300 places" may say the same as 不少于 before both.
    """
    for each in earlier:
        figure = each.en
        if figure.sentence != pair.en.sentence or figure.span[1] > pair.en.span[0]:
            continue
        between = side.normal[figure.span[1] : pair.en.span[0]]
        is_list = re.search(r"\band\b|,", between) and _LISTED.fullmatch(between)
        if is_list and figure.relation is pair.zh.relation is each.zh.relation:
            return True
    return False
