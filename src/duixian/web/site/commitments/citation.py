"""How to cite a commitment: a line of text, and BibTeX."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

import duixian
from duixian.web.ledger.models import Commitment, Document
from duixian.web.site.names import government_name

_LONGEST_QUOTE = 160
_BIBTEX_SIGNS = str.maketrans(
    {each: f"\\{each}" for each in "#$%&_{}"} | {"\\": "", "~": "", "^": ""}
)


@dataclass(frozen=True, slots=True)
class Citation:
    """The ways to cite one commitment."""

    address: str
    text: str
    bibtex: str
    source: str  # where the report itself was published; empty where that is not known


def cite(commitment: Commitment, document: Document, *, address: str) -> Citation:
    """Cite a commitment by its report, its place there and its permanent address."""
    title = commitment.report.title or document.name
    quote = commitment.text[:_LONGEST_QUOTE] + (
        "…" if len(commitment.text) > _LONGEST_QUOTE else ""
    )
    said = {
        "government": government_name(commitment.government),
        "title": title,
        "year": commitment.report.year_planned or gettext("no year"),
        "quote": quote,
        "start": commitment.start,
        "end": commitment.end,
        "version": duixian.__version__,
        "address": address,
    }
    text = gettext(
        "%(government)s (%(year)s): %(title)s, “%(quote)s”, characters %(start)s–%(end)s."
        " Duixian %(version)s, %(address)s"
    )
    return Citation(address, text % said, _bibtex(commitment, said), document.address)


def _bibtex(commitment: Commitment, said: Mapping[str, object]) -> str:
    plain = {name: str(value).translate(_BIBTEX_SIGNS) for name, value in said.items()}
    return (
        f"@misc{{duixian-{commitment.key},\n"
        f"  author = {{{{{plain['government']}}}}},\n"
        f"  title = {{{{{plain['title']}}}}},\n"
        f"  year = {{{plain['year']}}},\n"
        f"  note = {{{plain['quote']}, {plain['start']}--{plain['end']}}},\n"
        f"  howpublished = {{Duixian {plain['version']}}},\n"
        f"  url = {{{said['address']}}}\n}}"
    )
