"""PDF files to text: paragraphs whole, running lines left out, tables and pages kept."""

from __future__ import annotations

from duixian.documents.pdf.process import read_pdf

__all__ = ["read_pdf"]
