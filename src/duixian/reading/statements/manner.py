"""Which sentences of a plan only argue: they ask for nothing and promise nothing.

A list of tasks leaves out who is to do them, so that there a sentence without any sign of a
promise is a task all the same. Early reports argue for their plans in whole sentences: where
many ask for nothing, those that do not are reasons, and no tasks; where some do, they are
reasons if they have the words of one.

An English plan that does not list its tasks says that they will be done. There, a sentence
without a promise that tells of the past or describes something is no task either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from duixian.reading.records import PLAN, Language, Section, Specificity
from duixian.reading.statements.patterns import statement_patterns
from duixian.reading.statements.signs import Signs
from duixian.reading.statements.specificity import specificity_of

_FEWEST = 15  # sentences that show the manner of a plan
_FEWEST_PROMISES = 8  # sentences of a plan that show whether it promises
_NOT_TOLD = 0.5  # of its sentences, at least, that do not tell of the past
_LISTS_TASKS = 0.9  # share of them that ask for something, at which a plan lists its tasks
_ARGUES = 0.8  # below which it argues for them
_SHORTEST = 14  # characters of a Chinese sentence that has room to argue


class Spoken(msgspec.Struct, frozen=True):
    """A sentence of the text, as far as the manner of its plan goes."""

    signs: Signs
    section: int
    is_heading: bool
    has_figures: bool  # of its own: no price, rule or baseline


def arguments(spoken: Sequence[Spoken], sections: Sequence[Section]) -> list[bool]:
    """Return for each sentence whether it only argues, in a plan that argues."""
    plans = _outermost_plans(sections)
    telling = {plan for plan in plans if plan is not None and _tells_targets(sections[plan])}
    asking = [plans[one.section] is None or one.is_heading or asks(one) for one in spoken]
    counts: dict[tuple[int, Language], list[bool]] = defaultdict(list)
    for one, asked in zip(spoken, asking, strict=True):
        plan = plans[one.section]
        if plan is not None and plan not in telling and not one.is_heading:
            counts[plan, one.signs.language].append(asked)
    shares = {
        place: sum(asked) / len(asked) for place, asked in counts.items() if len(asked) >= _FEWEST
    }
    return [
        not asked
        and _argues(one.signs, shares.get((plans[one.section] or 0, one.signs.language), 1.0))
        for one, asked in zip(spoken, asking, strict=True)
    ]


def promising(spoken: Sequence[Spoken], sections: Sequence[Section]) -> frozenset[Language]:
    """Return the languages in which the plans of a report say of their tasks what will be done.

    There, what is told of the past or described is no task; where tasks are only listed, tenses
    tell nothing.
    """
    planned: dict[Language, list[Signs]] = {language: [] for language in Language}
    for one in spoken:
        if sections[one.section].role is PLAN and not one.is_heading:
            planned[one.signs.language].append(one.signs)
    return frozenset(language for language in Language if _promises(planned[language], language))


def _promises(planned: Sequence[Signs], language: Language) -> bool:
    modality = statement_patterns(language).modality
    least = modality.promises_from
    if not least:
        return True
    if len(planned) < _FEWEST_PROMISES:
        return False
    unpromised = [signs for signs in planned if signs.of(modality.promised) is None]
    share = 1 - len(unpromised) / len(planned)
    if share >= least or share < least * _NOT_TOLD:
        return share >= least
    told = sum(signs.of(modality.told) is not None for signs in unpromised)
    return len(planned) - len(unpromised) >= least * (len(planned) - told)


def _argues(signs: Signs, share: float) -> bool:
    """Return whether a sentence that asks for nothing argues, where ``share`` of them ask."""
    if share < _ARGUES:
        return True
    return share < _LISTS_TASKS and signs.of(signs.patterns.description.reasons) is not None


def asks(spoken: Spoken) -> bool:
    """Return whether the sentence shows any sign that something is to be done or reached.

    An item of a list goes with what opens the list.
    """
    signs = spoken.signs
    patterns, text = signs.patterns, signs.text
    if spoken.has_figures or len(text) < _SHORTEST:
        return True
    return (
        patterns.turns.list_item.match(text) is not None
        or patterns.description.imperative.match(text)
        is not None  # the commonest sign, and soon seen
        or signs.of(patterns.modality.promised) is not None
        or signs.of(patterns.description.asks) is not None
        or _asks_in_a_clause(signs)
        or _names_a_deed(signs)
    )


def _asks_in_a_clause(signs: Signs) -> bool:
    clauses = signs.patterns.specificity.clause_end.split(signs.text)
    return any(signs.patterns.description.imperative.match(clause.strip()) for clause in clauses)


def _names_a_deed(signs: Signs) -> bool:
    """Return whether a deed is named, and not in a reason."""
    if signs.of(signs.patterns.description.reasons):
        return False
    specificity, _ = specificity_of(signs.text, signs.language, has_target=False)
    return specificity is Specificity.SPECIFIC


def _outermost_plans(sections: Sequence[Section]) -> list[int | None]:
    """Return for each section that plans the outermost such section that holds it."""
    plans: list[int | None] = []
    for index, section in enumerate(sections):
        outer = None if section.parent is None else plans[section.parent]
        plans.append((index if outer is None else outer) if section.role is PLAN else None)
    return plans


def _tells_targets(section: Section) -> bool:
    """Return whether the heading names targets, which are told as states without a verb of will."""
    return any(
        statement_patterns(language).description.targets.search(section.heading)
        for language in Language
    )
