"""An alignment to findings: every figure of one version against its partner in the other."""

from __future__ import annotations

from dataclasses import replace

from duixian.bilingual.align import little_aligns
from duixian.bilingual.audit.agreement import Agreement
from duixian.bilingual.audit.basis import basis_message
from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.audit.matching import SURE
from duixian.bilingual.audit.notation import read_decimal_commas
from duixian.bilingual.audit.pairing import Group, PhraseFound, pair_figures
from duixian.bilingual.audit.pairs import Pair
from duixian.bilingual.audit.relations import (
    carries_over,
    change_between,
    is_said_nearby,
    relation_message,
)
from duixian.bilingual.audit.results import Audit, Compared, in_order
from duixian.bilingual.audit.wording import both, figure_words, quoted, unit_words
from duixian.bilingual.messages import joined, said
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Alignment, Finding, Severity, Side
from duixian.documents.document import Span
from duixian.reading.records import Language


def audit_pair(alignment: Alignment) -> Audit:
    """Return every difference between the figures of two aligned versions."""
    zh, zh_commas = read_decimal_commas(alignment.zh)
    en, en_commas = read_decimal_commas(alignment.en)
    alignment = replace(alignment, zh=zh, en=en)
    groups = pair_figures(alignment)
    auditor = _Auditor(alignment, is_doubtful=little_aligns(alignment))
    for group in groups:
        auditor.audit(group)
    for side, commas in ((zh, zh_commas), (en, en_commas)):
        for index, span in commas:
            auditor.add_comma(side, index, span)
    return Audit(in_order(auditor.findings), auditor.compared(groups), alignment.notes)


class _Auditor:
    """Collects the findings of one alignment."""

    def __init__(self, alignment: Alignment, *, is_doubtful: bool) -> None:
        self._is_doubtful = is_doubtful  # hardly two versions of one report
        self._zh, self._en = alignment.zh, alignment.en
        self.findings: list[Finding] = []
        self._agreed = 0

    def audit(self, group: Group) -> None:
        """Add the findings of one bead."""
        if not group.bead.zh or not group.bead.en:
            self._add_unaligned(group)
        else:
            for figure in (*group.zh, *group.en):
                self._add_missing(group, figure)
        for found in group.phrases:
            self._add_phrase(group, found)
        done: list[Pair] = []
        for pair in sorted(group.pairs, key=lambda each: each.en.span):
            before = len(self.findings)
            self._add_pair(pair, done)
            self._agreed += len(self.findings) == before
            done.append(pair)

    def compared(self, groups: list[Group]) -> Compared:
        """Return how much was compared."""
        sides = (self._zh, self._en)
        zh_count, en_count = (sum(map(len, side.quantities)) for side in sides)
        alone = [group.bead for group in groups if not group.bead.zh or not group.bead.en]
        return Compared(
            zh_count, en_count, sum(len(group.pairs) for group in groups), self._agreed,
            len(groups), sum(len(bead.zh) + len(bead.en) for bead in alone),
        )  # fmt: skip

    def _add_pair(self, pair: Pair, done: list[Pair]) -> None:
        zh, en = pair.zh, pair.en
        if not pair.agreement.holds:
            self._add_difference(pair)
            return
        if pair.agreement is Agreement.CONVERTED:
            self._add(Severity.INFO, "conversion", said("conversion", both=both(zh, en)), zh, en)
        elif pair.agreement in (Agreement.ROUNDED, Agreement.WITHIN):
            self._add(Severity.INFO, "rounding", said("rounded", both=both(zh, en)), zh, en)
        elif pair.agreement is Agreement.CUT:
            message = said("cut", both=both(zh, en))
            self._add(Severity.WARNING, "rounding", message, zh, en)
        self._compare_relations(pair, done)
        if changed := basis_message(self._zh, self._en, zh, en):
            self._add(Severity.WARNING, "basis", changed, zh, en)

    def _add_difference(self, pair: Pair) -> None:
        zh, en, slip = pair.zh, pair.en, pair.slip
        if pair.agreement is Agreement.OPEN:
            message = said("range-open", both=both(zh, en))
            self._add(Severity.WARNING, "range", message, zh, en)
            return
        if pair.agreement is Agreement.EXCHANGED and not slip:
            message = said("exchanged", both=both(zh, en))
            self._add(Severity.INFO, "currency", message, zh, en)
            return
        if pair.agreement is Agreement.FINER:
            kind, cause = "value", said("finer")
        elif slip:
            kind, cause = slip.kind, slip.cause
        elif zh.dimension != en.dimension:
            kind, cause = "unit", said("different-units")
        else:
            kind, cause = "value", said("different-numbers")
        if pair.evidence >= SURE and not self._is_doubtful:
            self._add(
                Severity.ERROR, kind, said("difference", both=both(zh, en), cause=cause), zh, en
            )
        else:
            message = said("perhaps", both=both(zh, en), cause=cause)
            self._add(Severity.WARNING, kind, message, zh, en)

    def _compare_relations(self, pair: Pair, done: list[Pair]) -> None:
        zh, en = pair.zh, pair.en
        change = change_between(zh, en)
        if not change or pair.agreement is Agreement.WITHIN:
            return
        if change == "added":
            is_rounding = pair.agreement in (Agreement.ROUNDED, Agreement.CUT)
            if is_rounding or is_said_nearby(self._zh, zh, en.relation):
                return
        if change == "lost" and is_said_nearby(self._en, en, zh.relation):
            return
        severity = Severity.WARNING
        message = relation_message(change, zh, en)
        if change == "lost" and carries_over(self._en, pair, done):
            severity = Severity.INFO
            message = said("carried-over", message=message)
        self._add(severity, "relation", message, zh, en, is_wide=True)

    def _add_missing(self, group: Group, figure: Figure) -> None:
        is_chinese = figure.language is Language.ZH
        other, where = (self._en, said("English")) if is_chinese else (self._zh, said("Chinese"))
        theirs = _sentences(other, group.bead.en if is_chinese else group.bead.zh)
        message = said("missing", other=where, figure=quoted(figure))
        side = self._zh if is_chinese else self._en
        ours = _sentences(side, (figure.sentence,))
        self._add_alone(side, "missing", message, figure.span, ours, theirs)

    def _add_phrase(self, group: Group, found: PhraseFound) -> None:
        zh_text = self._zh.document.text[slice(*found.occurrence.span)]
        en_text = self._en.document.text[slice(*found.en)]
        if found.is_same:
            severity, kind = Severity.INFO, "set-phrase"
            message = said("set-phrase", zh=zh_text, en=en_text)
        else:
            phrase = found.occurrence.phrase
            severity, kind = Severity.ERROR, "value"
            message = said(
                "set-phrase-value",
                zh=zh_text,
                en=en_text,
                value=str(phrase.value),
                unit=phrase.unit,
                unit_zh=unit_words(phrase.unit),
            )
        self.findings.append(
            Finding(
                severity,
                kind,
                message.en,
                found.occurrence.span,
                found.en,
                _sentences(self._zh, group.bead.zh),
                _sentences(self._en, group.bead.en),
                message_zh=message.zh,
            )
        )

    def _add_unaligned(self, group: Group) -> None:
        is_chinese = bool(group.bead.zh)
        side = self._zh if is_chinese else self._en
        figures = group.zh if is_chinese else group.en
        where = said("English") if is_chinese else said("Chinese")
        for index in group.bead.zh or group.bead.en:
            sentence = side.sentences[index]
            message = said("unaligned", other=where)
            own = [figure_words(each) for each in figures if each.sentence == index]
            if own:
                message = said("unaligned-figures", message=message, figures=joined(own))
            text = _sentences(side, (index,))
            self._add_alone(side, "unaligned", message, (sentence.start, sentence.end), text)

    def add_comma(self, side: Side, index: int, span: Span) -> None:
        """Add a note on a number with a decimal comma."""
        printed = side.document.text[slice(*span)]
        meant = printed.replace(",", ".").replace("，", ".")
        message = said("comma", printed=printed, meant=meant)
        self._add_alone(side, "notation", message, span, _sentences(side, (index,)))

    def _add_alone(
        self, side: Side, kind: str, message: Label, span: Span, text: str, other_text: str = ""
    ) -> None:
        """Add a warning that has a place on one side only."""
        if side.language is Language.ZH:
            finding = Finding(Severity.WARNING, kind, message.en, span, None, text, other_text)
        else:
            finding = Finding(Severity.WARNING, kind, message.en, None, span, other_text, text)
        self.findings.append(replace(finding, message_zh=message.zh))

    def _add(
        self,
        severity: Severity,
        kind: str,
        message: Label,
        zh: Figure,
        en: Figure,
        *,
        is_wide: bool = False,
    ) -> None:
        self.findings.append(
            Finding(
                severity,
                kind,
                message.en,
                zh.edges if is_wide else zh.span,
                en.edges if is_wide else en.span,
                _sentences(self._zh, (zh.sentence,)),
                _sentences(self._en, (en.sentence,)),
                message_zh=message.zh,
            )
        )


def _sentences(side: Side, indexes: tuple[int, ...]) -> str:
    """Return sentences as printed, from the first to the last."""
    if not indexes:
        return ""
    text = side.document.text
    spans = [(side.sentences[i].start, side.sentences[i].end) for i in indexes]
    return " ".join(" ".join(text[slice(*span)].split()) for span in spans)
