"""What the ledger keeps. Every record of a text holds its place in it.

Spans are half-open ``[start, end)`` in Unicode code points of the document's text.
``None`` and empty text mean *not stated*; they never stand for zero.
"""

from duixian.web.ledger.models.accounts import Account, Evidence, Verdict
from duixian.web.ledger.models.alignments import Alignment, Bead, Finding
from duixian.web.ledger.models.changes import Change
from duixian.web.ledger.models.commitments import Commitment
from duixian.web.ledger.models.documents import Document
from duixian.web.ledger.models.governments import Government
from duixian.web.ledger.models.observations import Observation
from duixian.web.ledger.models.reports import Report, Section
from duixian.web.ledger.models.statements import Claim, Quantity, Statement

__all__ = [
    "Account",
    "Alignment",
    "Bead",
    "Change",
    "Claim",
    "Commitment",
    "Document",
    "Evidence",
    "Finding",
    "Government",
    "Observation",
    "Quantity",
    "Report",
    "Section",
    "Statement",
    "Verdict",
]
