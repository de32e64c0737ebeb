"""A level, its change and its rate must fit: one follows from the other two.

Also found here: a level printed a second time as its own increase, and an increase that is
larger than the level it led to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from duixian.bilingual.messages import said
from duixian.bilingual.one_text.passages import Figure, Passage, Passages
from duixian.bilingual.one_text.wording import digits, finding, in_words, percent, place
from duixian.bilingual.one_text.words import Words, words_of
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Finding, Severity
from duixian.reading.quantities.mentions import COUNTED
from duixian.reading.records import Basis, Language

_FAR_OFF = Decimal("1.5")  # a rate off by more than this factor is no matter of prices or revision
_FEWEST = 100  # of counted things: fewer may well have been none the year before


@dataclass(frozen=True, slots=True)
class _Change:
    figure: Figure
    grows: bool
    since: str | None

    @property
    def signed(self) -> Decimal:
        return self.figure.value if self.grows else -self.figure.value


@dataclass(frozen=True, slots=True)
class _Chain:
    """A level with all that is said of its change, and the level it came from if that is told."""

    passage: Passage
    earlier: Figure | None
    level: Figure
    changes: tuple[_Change, ...]


def check_growth(passages: Passages) -> Iterator[Finding]:
    """Find levels, changes and rates that contradict each other."""
    for passage in passages:
        if len(passage.figures) < 2:
            continue
        for chain in _chains(passage):
            yield from _check(chain, words_of(passage.language))


def _chains(passage: Passage) -> Iterator[_Chain]:
    words = words_of(passage.language)
    for index, level in enumerate(passage.figures):
        if level.quantity.basis is not Basis.LEVEL or not level.is_exact:
            continue
        changes = tuple(_changes(passage, index, words))
        if not changes:
            continue
        earlier = passage.figures[index - 1] if index else None
        if words.compared_with.search(passage.before(level)):  # "B, 20 more than the A of then"
            if earlier is not None and earlier.unit == level.unit and earlier.is_exact:
                yield _Chain(passage, level, earlier, changes)
        elif earlier is not None and _leads_to(passage, earlier, level, words):
            yield _Chain(passage, earlier, level, changes)
        else:
            yield _Chain(passage, None, level, changes)


def _leads_to(passage: Passage, earlier: Figure, level: Figure, words: Words) -> bool:
    """Tell whether two figures are the A and the B of "from A to B"."""
    if earlier.unit != level.unit or not earlier.is_exact:
        return False
    between = passage.words(earlier.quantity.end, level.quantity.start)
    before = passage.before(earlier)
    return bool(words.from_before.search(before) and words.to_between.search(between))


def _changes(passage: Passage, index: int, words: Words) -> Iterator[_Change]:
    """Give the changes that follow a level with nothing but words of change between."""
    since: str | None = None
    for left, right in zip(passage.figures[index:], passage.figures[index + 1 :], strict=False):
        between = passage.words(left.quantity.end, right.quantity.start)
        link = words.chain.fullmatch(between)
        if link is None or right.quantity.basis is not Basis.CHANGE or not right.is_exact:
            return
        since = link["since"] or since
        yield _Change(right, words.grows.search(between) is not None, since)


def _check(chain: _Chain, words: Words) -> Iterator[Finding]:
    amounts = [c for c in chain.changes if _is_amount(chain.level, c.figure)]
    rates = [c for c in chain.changes if _is_rate(chain.level, c.figure)]
    if chain.earlier is not None and chain.changes[0].since is None:
        yield from (f for c in amounts[:1] if (f := _off_difference(chain, c)))
        yield from (f for c in rates[:1] if (f := _off_rate_of_levels(chain, c, words)))
        return
    for amount in amounts[:1]:
        if problem := _impossible(chain, amount, words):
            yield problem
        elif rates and rates[0].since == amount.since:
            yield from (f for f in [_off_rate(chain, amount, rates[0], words)] if f)


def _is_amount(level: Figure, change: Figure) -> bool:
    return change.unit == ("pp" if level.unit == "%" else level.unit)


def _is_rate(level: Figure, change: Figure) -> bool:
    return level.unit != "%" and change.unit in ("%", "x")


def _impossible(chain: _Chain, amount: _Change, words: Words) -> Finding | None:
    level, change = chain.level, amount.figure
    if not amount.grows or level.unit == "%":
        return None
    if change.value == level.value:
        if level.unit in COUNTED and level.value < _FEWEST:
            return None
        return finding(
            Severity.WARNING,
            "repeated",
            said("repeated", change=in_words(change.quantity), place=place(level.quantity)),
            chain.passage,
            change,
            other=(chain.passage, level),
        )
    may_be_negative = words.may_be_negative.search(chain.passage.normal)
    if may_be_negative or change.value - change.margin <= level.value + level.margin:
        return None
    return finding(
        Severity.ERROR,
        "growth",
        said(
            "growth-negative",
            change=in_words(change.quantity),
            level=in_words(level.quantity),
            place=place(level.quantity),
        ),
        chain.passage,
        change,
        other=(chain.passage, level),
    )


def _off_difference(chain: _Chain, change: _Change) -> Finding | None:
    """From A to B, by D: D must be the difference."""
    earlier, level, stated = chain.earlier, chain.level, change.figure
    if earlier is None:
        return None
    actual = abs(level.value - earlier.value)
    margin = earlier.margin + level.margin + stated.margin
    if abs(actual - stated.value) <= margin:
        return None
    return finding(
        Severity.ERROR,
        "growth",
        said(
            "growth-difference",
            first=in_words(earlier.quantity),
            last=in_words(level.quantity),
            actual=digits(actual),
            points=said("points") if stated.unit == "pp" else "",
            stated=in_words(stated.quantity),
            place=place(earlier.quantity),
        ),
        chain.passage,
        stated,
        other=(chain.passage, earlier),
    )


def _off_rate_of_levels(chain: _Chain, rate: _Change, words: Words) -> Finding | None:
    """From A to B, up r: r must be what B is over A."""
    earlier, level = chain.earlier, chain.level
    if earlier is None or earlier.value <= earlier.margin:
        return None
    low = _growth(level.value - level.margin, earlier.value + earlier.margin)
    high = _growth(level.value + level.margin, earlier.value - earlier.margin)
    reason = said("from-to", first=in_words(earlier.quantity), last=in_words(level.quantity))
    return _judge(chain, rate, (low, high), reason, earlier, words)


def _off_rate(chain: _Chain, amount: _Change, rate: _Change, words: Words) -> Finding | None:
    """A level V after an increase D: r must be D over V less D."""
    level, change = chain.level, amount
    margin = level.margin + change.figure.margin
    before = level.value - change.signed
    if before <= margin:
        return None
    step = change.figure.margin
    ends = (
        _growth(before - margin + change.signed - step, before - margin),
        _growth(before - margin + change.signed + step, before - margin),
        _growth(before + margin + change.signed - step, before + margin),
        _growth(before + margin + change.signed + step, before + margin),
    )
    reason = said(
        "after-change", level=in_words(level.quantity), change=in_words(amount.figure.quantity)
    )
    return _judge(chain, rate, (min(ends), max(ends)), reason, level, words)


def _growth(after: Decimal, before: Decimal) -> Decimal:
    return (after / before - 1) * 100


def _judge(
    chain: _Chain,
    rate: _Change,
    bounds: tuple[Decimal, Decimal],
    reason: Label,
    other: Figure,
    words: Words,
) -> Finding | None:
    """Say how far a stated rate lies from what the levels give, if it does."""
    low, high = bounds
    stated = _stated_rates(chain, rate)
    if any(low - margin <= value <= high + margin for value, margin in stated):
        return None
    value = stated[0][0]
    middle = (low + high) / 2
    is_far = _is_far_off(value, middle)
    has_own_prices = words.own_prices.search(chain.passage.normal) is not None
    if has_own_prices and not is_far:
        return None  # such rates are stated at comparable prices, the amounts at current ones
    return finding(
        Severity.ERROR if is_far and not has_own_prices else Severity.WARNING,
        "growth",
        said(
            "growth-rate",
            reason=reason,
            actual=percent(middle),
            stated=percent(value),
            place=place(other.quantity),
        ),
        chain.passage,
        rate.figure,
        other=(chain.passage, other),
    )


def _is_far_off(stated: Decimal, actual: Decimal) -> bool:
    if stated * actual <= 0:
        return True
    ratio = stated / actual
    return ratio >= _FAR_OFF or ratio <= 1 / _FAR_OFF


def _stated_rates(chain: _Chain, rate: _Change) -> list[tuple[Decimal, Decimal]]:
    """Return what a rate may mean, each with its margin; "up 1.1 times" has two readings."""
    sign = 1 if rate.grows else -1
    figure = rate.figure
    if figure.unit == "%":
        return [(sign * figure.value, figure.margin)]
    readings = [(figure.value * 100, figure.margin * 100)]
    if chain.passage.language is Language.EN or re.search("翻", figure.normal):
        readings.append(((figure.value - 1) * 100, figure.margin * 100))
    return readings
