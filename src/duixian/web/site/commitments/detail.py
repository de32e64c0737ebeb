"""What the page of one commitment tells: its place, target, evidence, verdict and history."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.http import Http404
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from duixian.bilingual.page.markup import marked
from duixian.web.language_prefix import reader_language
from duixian.web.ledger.models import Commitment, Document, Evidence, Report, Statement, Verdict
from duixian.web.people.rights import Person, may_edit
from duixian.web.site.amounts import target_of
from duixian.web.site.commitments.changes import ChangeInWords, changes_of
from duixian.web.site.commitments.citation import Citation, cite
from duixian.web.site.commitments.listing import verdict_of
from duixian.web.site.commitments.rows import outcome_of, subject_of
from duixian.web.site.commitments.years import Year, other_years

_SENTENCES_AROUND = 2
_SOURCES = {
    "reported": _("in the review of the year"),
    "difficulty": _("among the difficulties"),
    "implied": _("presupposed by the next plan"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the later report, with where it stands and why it was taken."""

    evidence: Evidence
    page: int | None

    @property
    def percent(self) -> int:
        """How sure the match is, of a hundred."""
        return round(self.evidence.score * 100)

    @property
    def source(self) -> str:
        """Which part of the report tells it, in words."""
        return str(_SOURCES.get(self.evidence.source, self.evidence.source))

    @property
    def reasons(self) -> list[str]:
        """Why it was taken for an answer, in the reader's language where that is kept."""
        in_chinese = self.evidence.reasons_zh if reader_language() == "zh" else []
        return in_chinese or self.evidence.reasons


@dataclass(frozen=True, slots=True)
class Detail:
    """One commitment, as its page shows it."""

    commitment: Commitment
    before: list[Statement]
    sentence: SafeString
    after: list[Statement]
    page: int | None
    target: str
    verdict: Verdict | None
    outcome: str
    evidence: list[Passage]
    suggestions: list[Passage]
    years: list[Year]
    changes: list[ChangeInWords]
    citation: Citation
    functions: list[str] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """What it is about, where its own words do not say it."""
        return subject_of(self.commitment)

    @property
    def is_checked(self) -> bool:
        """Whether a person has confirmed or corrected the verdict."""
        return self.verdict is not None and self.verdict.state in ("accepted", "corrected")

    @property
    def has_claim_review(self) -> bool:
        """Whether there is a result that a person checked."""
        return self.is_checked and self.verdict is not None and self.verdict.verdict != "unreported"


def find_commitment(key: str, person: Person) -> Commitment:
    """Find a commitment a person may read; superseded and rejected ones stay. Raises Http404."""
    evidence = Evidence.objects.kept()
    found = (
        Commitment.objects.filter(key=key, report__in=Report.objects.visible_to(person))
        .select_related("government", "quantity", "section", "statement", "report")
        .select_related("verdict__account__review__government")
        .prefetch_related(Prefetch("verdict__evidence", evidence, to_attr="all_evidence"))
        .first()
    )
    if found is None:
        raise Http404
    verdict = getattr(found, "verdict", None)
    if verdict is not None:
        verdict.shown = [each for each in verdict.all_evidence if not each.is_suggestion]
    return found


def detail(commitment: Commitment, person: Person, *, address: str) -> Detail:
    """Gather what the page of a commitment tells. ``address`` is the page's own."""
    verdict = verdict_of(commitment)
    passages = _passages(verdict)
    document = _pages(commitment.report.document_id)
    return Detail(
        commitment=commitment,
        before=_neighbours(commitment, is_before=True),
        sentence=_sentence(commitment),
        after=_neighbours(commitment, is_before=False),
        page=document.page_at(commitment.start),
        target=target_of(commitment.quantity),
        verdict=verdict,
        outcome=outcome_of(verdict),
        evidence=[each for each in passages if not each.evidence.is_suggestion],
        suggestions=[each for each in passages if each.evidence.is_suggestion],
        years=other_years(commitment),
        changes=changes_of(commitment, verdict, is_named=may_edit(person, commitment.report)),
        citation=cite(commitment, document, address=address),
        functions=commitment.functions.split(),
    )


def _neighbours(commitment: Commitment, *, is_before: bool) -> list[Statement]:
    around = Statement.objects.filter(report_id=commitment.report_id, is_superseded=False)
    said = commitment.statement
    if not is_before:
        return list(around.filter(start__gte=said.end).order_by("start")[:_SENTENCES_AROUND])
    nearest = around.filter(end__lte=said.start).order_by("-start")[:_SENTENCES_AROUND]
    return list(nearest)[::-1]


def _sentence(commitment: Commitment) -> SafeString:
    """Return the sentence with the words of the commitment marked."""
    said = commitment.statement
    span = (commitment.start - said.start, commitment.end - said.start)
    return SafeString(marked(said.text, [span]))


def _pages(document: int) -> Document:
    """Load a document without its text, which is long."""
    return Document.objects.only("name", "sha256", "address", "pages", "fetched").get(pk=document)


def _passages(verdict: Verdict | None) -> list[Passage]:
    if verdict is None:
        return []
    found: list[Evidence] = getattr(verdict, "all_evidence", [])
    if not found:
        return []
    document = _pages(verdict.account.review.document_id)
    return [Passage(each, document.page_at(each.start)) for each in found]
