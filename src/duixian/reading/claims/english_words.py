"""The words by which English clauses are told: how they open, and which verbs they have."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import compile_any, load_toml
from duixian.language.english_verbs import english_verbs
from duixian.language.word_tree import word_tree

SHORTEST_CLAUSE = 24  # characters; shorter says nothing of its own
OWN_VERB = "a clause with a verb of its own"  # why it is a claim
RELATIVES = frozenset({"that", "which", "who", "whose", "where", "whom", "so"})
TWO_NAMES = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2} and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
RELATIVE = re.compile(f" (?:{'|'.join(sorted(RELATIVES))}) ")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    finite: frozenset[str]
    openers: frozenset[str]
    nouns_in_ing: frozenset[str]
    adjectives_in_ed: frozenset[str]
    dangling: frozenset[str]
    purposes: list[str]
    auxiliaries: list[str]
    subjects: frozenset[str]
    modals: frozenset[str]
    determiners: frozenset[str]
    behind_participles: frozenset[str]
    no_adverbs: frozenset[str]
    subordinating: frozenset[str]
    going_on: frozenset[str]
    striving: frozenset[str]
    moved: list[str]
    only_past: frozenset[str]
    leading_to_we: list[str]
    ranked: list[str]
    unparted: str
    told_of_subject: str


class ClauseWords(msgspec.Struct, frozen=True):
    """How an English clause opens and what verb it has, as the data file lists it."""

    openers: frozenset[str]
    opening: frozenset[str]  # these and the verbs
    verbs_or_nouns: frozenset[str]
    finite: frozenset[str]
    nouns_in_ing: frozenset[str]
    dangling: frozenset[str]
    purposes: tuple[str, ...]
    base: frozenset[str]
    base_or_nouns: frozenset[str]
    past: frozenset[str]
    verbs: frozenset[str]  # past or finite
    auxiliaries: frozenset[str]
    subjects: frozenset[str]
    modals: frozenset[str]
    determiners: frozenset[str]
    behind_participles: frozenset[str]
    subordinating: frozenset[str]
    going_on: frozenset[str]  # about the deed in front
    striving: frozenset[str]  # worked to
    moved: re.Pattern[str]  # output fell for the first time
    only_past: frozenset[str]
    no_adverbs: frozenset[str]
    clause_opening: re.Pattern[str]  # past its adverbs
    joint_deed: re.Pattern[str]  # and open the
    run_in_heading: re.Pattern[str]  # Promoting sound growth We will
    ranked: re.Pattern[str]  # , the longest in the country
    unparted: re.Pattern[str]  # October 31, 2025
    told_of_subject: re.Pattern[str]  # Scheduled for completion in May,


@cache
def clause_words() -> ClauseWords:
    """Return the words."""
    path = "en/clauses.toml"
    data = load_toml(path, _Data)
    verbs = english_verbs()
    past = verbs.past - data.adjectives_in_ed
    all_past = verbs.irregular | past | verbs.past_of_those
    return ClauseWords(
        openers=data.openers,
        opening=data.openers | verbs.base | verbs.irregular | past,
        verbs_or_nouns=verbs.or_nouns,
        finite=data.finite,
        nouns_in_ing=data.nouns_in_ing,
        dangling=data.dangling,
        purposes=tuple(f" {purpose} " for purpose in data.purposes),
        base=verbs.base,
        base_or_nouns=verbs.or_nouns | verbs.base,
        past=all_past,
        verbs=all_past | data.finite,
        auxiliaries=frozenset(data.auxiliaries),
        subjects=data.subjects,
        modals=data.modals,
        determiners=data.determiners,
        behind_participles=data.behind_participles,
        subordinating=data.subordinating,
        going_on=data.going_on,
        striving=data.striving,
        moved=re.compile(rf" (?:{word_tree(data.moved)})\b[^,;.]*$"),
        only_past=data.only_past,
        no_adverbs=data.no_adverbs,
        clause_opening=re.compile(
            r"\W*(?:(?P<joint>and|but|while)\s+)?"
            rf"(?:(?:(?!(?:{word_tree(data.no_adverbs)})\b)\w+ly|also|then|now)\s+)*"
            r"(?P<word>[^\W_][\w'’&/-]*)(?:\s+(?P<next>[^\s,]+))?"
        ),
        joint_deed=re.compile(
            rf" and (?:\w+ly )?(?:(?P<verb>[a-z]+) (?:(?:{word_tree(data.determiners)})\b|[\d“])"
            rf"|(?P<sure>{word_tree(verbs.base)}) (?!and\b|or\b|it\b|them\b)[\w’-]+ )"
        ),
        run_in_heading=re.compile(
            r"[A-Z][a-z]+ing [a-z][^.;:!?]{8,140}?[a-z] (?=(?:We"
            rf"|(?:{word_tree(data.leading_to_we)}) [^.;:!?]{{5,160}}, we)"
            r" (?:will|must|should|shall|have)\b)"
        ),
        ranked=compile_any(data.ranked, path=path),
        unparted=re.compile(data.unparted),
        told_of_subject=re.compile(data.told_of_subject),
    )
