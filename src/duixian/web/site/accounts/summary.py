"""What became of a plan: verdicts counted as a whole, by section and by function of government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duixian.web.ledger.choices import Specificity, VerdictName
from duixian.web.ledger.models import Account, Commitment, Verdict
from duixian.web.ledger.models.commitments import CommitmentQuerySet
from duixian.web.site.commitments import listing
from duixian.web.site.commitments.labels import function_name
from duixian.web.site.commitments.rows import Row, row_of
from duixian.web.site.shares import Share, shares_of

ENTRIES_ON_PAGE = 60
MOST_UNREPORTED = 80  # listed one by one; the rest is a link away
_NO_FUNCTION = ""


@dataclass(frozen=True, slots=True)
class Light:
    """What counting needs of a commitment."""

    pk: int
    section: int
    heading: str
    functions: tuple[str, ...]
    is_general: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Verdicts of some commitments: the counts, and the bar that shows them."""

    name: str
    key: str
    total: int
    shares: list[Share]

    @property
    def reported(self) -> int:
        """How many the next report speaks of."""
        return self.total - sum(each.count for each in self.shares if each.value == "unreported")


@dataclass(frozen=True, slots=True)
class Group:
    """The commitments of one section on a page."""

    heading: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Summary:
    """An account, counted."""

    checkable: Tally
    general: Tally
    functions: list[Tally]
    sections: list[Tally]
    order: list[int]  # primary keys of the checkable, as they stand in the plan
    silent: list[int]  # of those the next report does not speak of


def commitments_of(account: Account) -> CommitmentQuerySet:
    """Return the commitments of an account that anyone may see, as they stand in the plan."""
    held = Verdict.objects.public().filter(account=account).values("commitment")
    found = Commitment.objects.public().filter(report=account.plan_id, pk__in=held)
    return found.order_by("start", "position")


def summarise(account: Account) -> Summary:
    """Count the verdicts of an account."""
    every = _light(account)
    checkable = [each for each in every if not each.is_general]
    general = [each for each in every if each.is_general]
    return Summary(
        checkable=_tally(checkable),
        general=_tally(general),
        functions=_by_function(checkable),
        sections=_by_section(checkable),
        order=[each.pk for each in checkable],
        silent=[each.pk for each in checkable if each.verdict == VerdictName.UNREPORTED],
    )


def _light(account: Account) -> list[Light]:
    columns = ("pk", "section_id", "section__heading", "functions", "specificity")
    return [
        Light(pk, section, heading, tuple(functions.split()), said == Specificity.GENERAL, verdict)
        for pk, section, heading, functions, said, verdict in commitments_of(account).values_list(
            *columns, "verdict__verdict"
        )
    ]


def _tally(some: Sequence[Light], *, name: str = "", key: str = "") -> Tally:
    counts = Counter(each.verdict for each in some)
    pairs = [(verdict, counts[verdict]) for verdict in VerdictName.values]
    return Tally(name, key, len(some), shares_of(pairs, prefix="verdict"))


def _by_function(checkable: Iterable[Light]) -> list[Tally]:
    groups: dict[str, list[Light]] = {}
    for each in checkable:
        for code in each.functions or (_NO_FUNCTION,):
            groups.setdefault(code, []).append(each)
    codes = sorted(groups, key=lambda code: (code == _NO_FUNCTION, code))
    return [
        _tally(groups[code], name=function_name(code) if code else "", key=code) for code in codes
    ]


def _by_section(checkable: Iterable[Light]) -> list[Tally]:
    groups: dict[int, list[Light]] = {}
    for each in checkable:
        groups.setdefault(each.section, []).append(each)
    return [
        _tally(some, name=some[0].heading, key=str(section)) for section, some in groups.items()
    ]


def rows_of(keys: Sequence[int]) -> list[Row]:
    """Load commitments as rows, in the order given."""
    return [row_of(commitment, "") for commitment in listing.in_full(keys)]


def grouped(rows: Iterable[Row]) -> list[Group]:
    """Put rows under the headings they stand under."""
    groups: list[Group] = []
    last = None
    for row in rows:
        if row.commitment.section_id != last:
            groups.append(Group(row.commitment.section.heading, []))
            last = row.commitment.section_id
        groups[-1].rows.append(row)
    return groups
