"""Full-text search over statements, in both languages and on both databases.

Words are made here, the same for both: pairs of characters for Chinese, stems for English. The
database only keeps and finds them.
"""

from duixian.web.ledger.search.find import index, statements_with
from duixian.web.ledger.search.marks import places_of

__all__ = ["index", "places_of", "statements_with"]
