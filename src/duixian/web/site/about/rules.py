"""What each rule of the verdicts says, in words. The numbers come from ``rules.toml``."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

RULES = (
    (_("At least a number"), _("met from the target on, missed below it")),
    (_("Exactly a number"), _("met from the target on, missed below it")),
    (
        _("Around a number"),
        _("met from somewhat below the target on; how much that is stands above"),
    ),
    (
        _("A limit, or a measure that is better low (prices, unemployment)"),
        _("met up to the limit, missed above it; a limit that is kept is never exceeded"),
    ),
    (_("A range"), _("met inside it")),
    (
        _("In step with growth"),
        _(
            "income may lag the growth of the economy by a little; where town and country are"
            " told apart and only one keeps step: partly met"
        ),
    ),
    (
        _("The report says itself that a target was reached, passed or missed"),
        _("met, exceeded or missed, where there is no number to hold against it"),
    ),
    (_("The opposite is reported"), _("missed")),
    (_("Told of in words, without the number"), _("partly met")),
    (_("Told of only among the difficulties"), _("partly met")),
    (
        _("Several things named, fewer than half of them told of"),
        _("partly met; the rule names the rest"),
    ),
    (
        _("To be finished, and only work on it is reported"),
        _("partly met"),
    ),
    (_("Reported as done or under way"), _("met")),
    (
        _("Nothing in the next report answers it"),
        _("not reported; this does not say that nothing was done"),
    ),
)
