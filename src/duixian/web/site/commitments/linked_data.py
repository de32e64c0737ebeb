"""One commitment for machines: a W3C Web Annotation, a schema.org ClaimReview."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from duixian.tables.clean_text import encodable_value
from duixian.web.language_prefix import reader_language
from duixian.web.ledger.choices import VerdictName
from duixian.web.ledger.models import Commitment, Document
from duixian.web.site.commitments.listing import verdict_of
from duixian.web.site.names import government_name

_CONTEXT_LENGTH = 60  # characters before and after, enough to find a passage in a changed text
_RATINGS = {"missed": 1, "partly": 2, "met": 4, "exceeded": 5}

Absolute = Callable[[str], str]


def annotation(commitment: Commitment, absolute: Absolute) -> dict[str, object]:
    """Say in the terms of the Web Annotation Data Model where in which text a commitment stands."""
    text: Document = commitment.report.document
    before, exact, after = text.around(commitment.start, commitment.end, reach=_CONTEXT_LENGTH)
    page = absolute(reverse("site:commitment", args=[commitment.key]))
    return encodable_value(  # type: ignore[no-any-return]  # gives back what it is given
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": absolute(reverse("site:commitment-annotation", args=[commitment.key])),
            "type": "Annotation",
            "motivation": "classifying",
            "generator": {"type": "Software", "name": "Duixian"},
            "body": [
                {"type": "TextualBody", "purpose": "classifying", "value": "commitment"},
                {
                    "type": "TextualBody",
                    "purpose": "tagging",
                    "value": commitment.specificity,
                },
                {"id": page, "type": "Text", "purpose": "describing", "format": "text/html"},
            ],
            "target": {
                "source": absolute(reverse("site:report-text", args=[commitment.report_id])),
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": exact,
                        "prefix": before,
                        "suffix": after,
                    },
                    {
                        "type": "TextPositionSelector",
                        "start": commitment.start,
                        "end": commitment.end,
                    },
                ],
            },
        }
    )


def claim_review(commitment: Commitment, absolute: Absolute) -> dict[str, object] | None:
    """Give a result that a person checked as a ClaimReview; None for all others."""
    verdict = verdict_of(commitment)
    if verdict is None or verdict.state not in ("accepted", "corrected"):
        return None
    if verdict.verdict not in _RATINGS:
        return None
    page = absolute(reverse("site:commitment", args=[commitment.key]))
    reviewed = verdict.reviewed_at
    is_chinese = reader_language() == "zh"
    return encodable_value(  # type: ignore[no-any-return]  # gives back what it is given
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": page,
            "datePublished": reviewed.date().isoformat() if reviewed else None,
            "inLanguage": "zh-Hans" if is_chinese else "en",
            "claimReviewed": commitment.text,
            "reviewBody": (verdict.why_zh if is_chinese else "") or verdict.why,
            "author": {"@type": "Organization", "name": "Duixian", "url": absolute("/")},
            "itemReviewed": {
                "@type": "Claim",
                "appearance": absolute(
                    reverse("site:report-place", args=[commitment.report_id, commitment.start])
                ),
                "author": {
                    "@type": "GovernmentOrganization",
                    "name": government_name(commitment.government),
                },
            },
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": _RATINGS[verdict.verdict],
                "worstRating": 1,
                "bestRating": 5,
                "alternateName": str(VerdictName(verdict.verdict).label),
            },
        }
    )
