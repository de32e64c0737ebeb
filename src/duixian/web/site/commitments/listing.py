"""The commitments a state of the list shows: which, in what order, with what a row needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Case, F, IntegerField, OrderBy, Prefetch, Q, Value, When

from duixian.web.ledger.choices import Specificity, State, VerdictName
from duixian.web.ledger.models import Commitment, Evidence, Section, Verdict
from duixian.web.ledger.models.commitments import CommitmentQuerySet
from duixian.web.ledger.search import statements_with
from duixian.web.site.commitments.filters import ALL_LANGUAGES, NOT_ACCOUNTED, Filters

ROWS_ON_PAGE = 50
MOST_PAGES = 100  # what lies beyond is had by narrowing the question, or as a file
_BATCH = 500
_SPECIFICITIES = (Specificity.QUANTIFIED, Specificity.SPECIFIC, Specificity.GENERAL)
# A verdict that only editors see must not show in the order either.
_TOLD = Q(
    ~Q(verdict__state=State.REJECTED),
    verdict__is_superseded=False,
    verdict__account__review__is_published=True,
    verdict__account__review__withdrawn_at=None,
)


def asked_in_words(filters: Filters) -> CommitmentQuerySet:
    """Return the published commitments that the words of a question leave."""
    found = Commitment.objects.public()
    if filters.words:
        statements = statements_with(filters.words)
        found = found.none() if statements is None else found.filter(statement__in=statements)
    if filters.heading:
        found = found.filter(section__in=Section.objects.filter(heading__icontains=filters.heading))
    return found


def is_any_in(language: str) -> bool:
    """Whether anything published is in a language."""
    return Commitment.objects.public().filter(language=language).exists()


def commitments_for(filters: Filters) -> CommitmentQuerySet:
    """Return the published commitments of a state, in its order."""
    found = asked_in_words(filters)
    for facet, lookup in (
        ("government", "government__key__in"),
        ("year", "year__in"),
        ("role", "section__role__in"),
        ("specificity", "specificity__in"),
        ("unit", "unit__in"),
        ("indicator", "indicator__in"),
        ("language", "language__in"),
    ):
        values = filters.values(facet)
        if values and ALL_LANGUAGES not in values:
            found = found.filter(**{lookup: values})
    found = _by_function(found, filters.values("function"))
    found = _by_verdict(found, filters.values("verdict"))
    return found.order_by(*_order(filters.sort), "report_id", "start", "position")


def _by_function(found: CommitmentQuerySet, codes: Sequence[str]) -> CommitmentQuerySet:
    wanted = Q()
    for code in codes:
        wanted |= Q(functions__contains=code)
    return found.filter(wanted)


def _by_verdict(found: CommitmentQuerySet, names: Sequence[str]) -> CommitmentQuerySet:
    if not names:
        return found
    told = Verdict.objects.public().filter(verdict__in=names).values("commitment")
    wanted = Q(pk__in=told)
    if NOT_ACCOUNTED in names:
        wanted |= ~Q(pk__in=Verdict.objects.public().values("commitment"))
    return found.filter(wanted)


def _order(sort: str) -> list[str | OrderBy]:
    name = sort.removeprefix("-")
    if name == "year":
        return [sort]
    by: dict[str, F | Case] = {
        "government": F("government__key"),
        "amount": F("amount"),
        "due": F("due"),
        "specificity": _rank("specificity", [each.value for each in _SPECIFICITIES]),
        "verdict": _rank("verdict__verdict", VerdictName.values, among=_TOLD),
    }
    return [OrderBy(by[name], descending=sort.startswith("-"), nulls_last=True), "-year"]


def _rank(name: str, values: Sequence[str], *, among: Q | None = None) -> Case:
    is_asked = Q() if among is None else among
    ranks = (
        When(is_asked & Q(**{name: value}), then=Value(rank)) for rank, value in enumerate(values)
    )
    return Case(*ranks, default=Value(None), output_field=IntegerField())


def in_full(keys: Sequence[int]) -> list[Commitment]:
    """Load commitments with all that a row shows, in the order of their primary keys given."""
    evidence = Evidence.objects.kept().filter(is_suggestion=False)
    found = (
        Commitment.objects.filter(pk__in=keys)
        .select_related(
            "government", "quantity", "section", "statement", "verdict__account__review"
        )
        .select_related("report")
        .prefetch_related(Prefetch("verdict__evidence", evidence, to_attr="shown"))
    )
    by_key = {commitment.pk: commitment for commitment in found}
    return [by_key[key] for key in keys if key in by_key]


def in_batches(commitments: CommitmentQuerySet, *, most: int) -> Iterator[list[Commitment]]:
    """Give commitments a few hundred at a time, with all that a row shows."""
    keys = list(commitments.values_list("pk", flat=True)[:most])
    for start in range(0, len(keys), _BATCH):
        yield in_full(keys[start : start + _BATCH])


def verdict_of(commitment: Commitment) -> Verdict | None:
    """Return its verdict where anyone may see it."""
    verdict = getattr(commitment, "verdict", None)
    return verdict if isinstance(verdict, Verdict) and verdict.is_public else None
