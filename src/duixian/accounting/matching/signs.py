"""The signs that a passage answers a promise, each a number from 0 to 1."""

from __future__ import annotations

import msgspec

from duixian.accounting.matching.terms import Terms

_ENOUGH = 6.0  # weight in common from which it counts in full: about one rare word
_ENOUGH_OF_MEMBER = 5.0
_ENOUGH_OF_MEMBERS = 4.0  # where both list it
_WHOLE_MEMBER = 0.7  # share of a member from which it is told as a whole
_OF_WHOLE, _OF_PROMISE = 0.5, 0.8


class Signs(msgspec.Struct, frozen=True):
    """What speaks for and against a passage; ``weights.toml`` tells how much each counts."""

    letters: float  # how alike they are letter by letter, the rarer the more
    both: float  # the smaller share of each in the other, as far as there is enough in common
    member: float  # a member of a list in one is told in the other
    setting: float  # how alike the sentences around both are, letter by letter
    around: float  # how alike the paragraphs around both are in what their words are about
    field: float  # the promise is on a field that the passage answers for
    indicator: float  # the passage states the indicator that the promise names without a number
    next_year: float  # the passage is next year's wording


def shares_of(promise: Terms, answer: Terms) -> tuple[float, float]:
    """Return the share of the promise in the answer, and that of the answer in the promise."""
    of_promise, held = promise.held_by(answer)
    return (of_promise, answer.held_by(promise)[0]) if held else (0.0, 0.0)


def both_of(of_promise: float, of_answer: float, promise: Terms, answer: Terms) -> float:
    """Return the smaller share, less where little is in common."""
    in_common = (of_promise * promise.total + of_answer * answer.total) / 2
    return min(of_promise, of_answer) * min(1.0, in_common / _ENOUGH)


def member_of(promise: Terms, answer: Terms, of_promise: float) -> float:
    """Return how well a member of a list in the one is told in the other."""
    best = 0.0
    for member in answer.members:
        share, held = member.held_by(promise)
        told = share * min(1.0, sum(held.values()) / _ENOUGH_OF_MEMBER)
        best = max(best, told * (_OF_WHOLE + _OF_WHOLE * of_promise))
    for member in promise.members:
        share, held = member.held_by(answer)
        told = share * min(1.0, sum(held.values()) / _ENOUGH_OF_MEMBER)
        best = max(best, told * _OF_PROMISE)
        if share > _WHOLE_MEMBER and answer.members:
            same = max(each.held_by(member)[0] for each in answer.members)
            best = max(best, share * same * min(1.0, member.total / _ENOUGH_OF_MEMBERS))
    return best
