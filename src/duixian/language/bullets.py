"""The marks in front of the items of a list, as slides, pages and word processors set them."""

from __future__ import annotations

# A circle is also a zero (二○二四年), so that one counts only in front of a space or a capital.
BULLET = r"(?:[·•●◆◇◎■□▪▫★☆▲△►▶▷▸➢➤➔✓✔√※❖‣⁃◦∙*]|○(?=[\sA-Z]))"
