"""Which passage answers which promise."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.accounting.knowledge import knowledge_of
from duixian.accounting.matching import model
from duixian.accounting.matching.letters import Letters
from duixian.accounting.matching.model import among_rivals, load_weights
from duixian.accounting.matching.terms import TermReader
from duixian.errors import LanguageDataError
from tests.accounting.pairs import account_of, entry_of


def evidence_of(promise: str, told: str, words: str) -> list[str]:
    return [each.text for each in entry_of(account_of(promise, told), words).evidence]


def test_what_leads_a_task_need_not_be_told() -> None:
    found = evidence_of(
        "以疏解非核心功能为重点推进清河新区协同发展。", "清河新区协同发展取得明显进展。", "清河"
    )
    assert found == ["清河新区协同发展取得明显进展"]


def test_one_clause_may_answer_several_promises() -> None:
    told = "推进东山水库、西山隧道、南山机场建设。"
    account = account_of("新建东山水库1座。开工建设西山隧道。建成南山机场。", told)
    for words in ("东山水库", "西山隧道", "南山机场"):
        assert entry_of(account, words).evidence, words


def test_a_passage_counts_for_the_promise_it_fits_best() -> None:
    promise = "建立跨境服务贸易负面清单。缩减外资准入负面清单。"
    account = account_of(promise, "建立了跨境服务贸易负面清单。")
    assert entry_of(account, "跨境服务贸易").evidence
    fits, other = (
        max((each.score for each in (*entry.evidence, *entry.suggestions)), default=0.0)
        for entry in (entry_of(account, "跨境服务贸易"), entry_of(account, "外资准入"))
    )
    assert fits > other


def test_thanks_are_no_evidence() -> None:
    promise = "支持香港、澳门特别行政区政府依法施政。"
    told = "向香港特别行政区同胞、澳门特别行政区同胞表示诚挚感谢。"
    assert not evidence_of(promise, told, "香港")


def test_circumstances_are_told_with_what_was_done_under_them() -> None:
    promise = "建立破解小微企业融资难的机制。"
    told = "针对小微企业融资难，多措并举缓解资金紧张。"
    assert evidence_of(promise, told, "融资难") == ["针对小微企业融资难，多措并举缓解资金紧张"]


def test_an_indicator_named_without_a_number_is_answered_by_its_number() -> None:
    promise = "建立机制稳步提高居民收入水平。"
    told = "居民人均可支配收入实际增长6.5%。"
    assert evidence_of(promise, told, "居民收入") == ["居民人均可支配收入实际增长6.5%"]


def test_common_words_tell_less_than_rare_ones() -> None:
    reader = TermReader(knowledge_of("zh"), {})
    weights = reader.read("粮食产量和湿地修复").weights
    assert weights["湿地"] > weights["粮食"] > 0
    assert not any(reader.read("全面加强工作").weights.get(word) == 6 for word in ("全面", "工作"))


SUMS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(-20, 20), max_size=12
)


@given(SUMS)
def test_scores_stay_between_nothing_and_certain(sums: dict[tuple[int, int], float]) -> None:
    scores = dict(among_rivals(sums, load_weights()))
    assert scores.keys() == sums.keys()
    assert all(0 <= score <= 1 for score in scores.values())


def test_a_better_partner_lowers_a_score() -> None:
    def score_beside(others: dict[tuple[int, int], float]) -> float:
        return dict(among_rivals({(0, 0): 0.5, **others}, load_weights()))[0, 0]

    alone = score_beside({})
    assert score_beside({(1, 0): 4.0}) < alone
    assert score_beside({(0, 1): 4.0}) < alone


LETTERS = st.text("清河修桥铺路水库，户籍落", max_size=12)


@given(st.lists(LETTERS, min_size=2, max_size=6))
def test_likeness_is_the_same_both_ways_and_whole_with_itself(wordings: list[str]) -> None:
    letters = Letters(wordings, with_pairs=True)
    first, second = wordings[:2]
    assert letters.likeness(first, second) == letters.likeness(second, first)
    assert 0 <= letters.likeness(first, second) <= 1 + 1e-9
    if any(map(str.isalpha, first)):
        assert letters.likeness(first, first) == pytest.approx(1, abs=1e-3)


def test_terms_of_one_thing_are_like_by_the_letter_they_share() -> None:
    letters = Letters(["推动户籍制度改革", "放宽落户条件", "修建水库"], with_pairs=True)
    like, other = (
        letters.likeness("推动户籍制度改革", told) for told in ("放宽落户条件", "修建水库")
    )
    assert like > other == 0


def test_weights_must_be_those_of_the_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    class OtherSigns(msgspec.Struct):
        other: float

    monkeypatch.setattr(model, "Signs", OtherSigns)
    load_weights.cache_clear()
    with pytest.raises(LanguageDataError, match="signs"):
        load_weights()
    load_weights.cache_clear()
