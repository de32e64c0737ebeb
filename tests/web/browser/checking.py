"""What must hold of every page: read by axe-core, fitted to a phone, focus seen, headings in order."""

from __future__ import annotations

from itertools import pairwise

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
_AXE = Axe().axe_script
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Each thing that takes the focus, and whether the page shows that it has it.
_UNSEEN = """() => [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.disabled)
    .filter(each => {
        each.focus({focusVisible: true, preventScroll: true});
        if (document.activeElement !== each) return true;
        const holder = each.matches(".card-link") ? each.closest(".card")
            : each.querySelector(":scope > .reach") ?? each; // round a point of a chart
        const {outlineStyle, outlineWidth, stroke, strokeWidth} = getComputedStyle(holder);
        if (holder.matches(".reach")) return stroke === "none" || parseFloat(strokeWidth) < 2;
        return outlineStyle === "none" || parseFloat(outlineWidth) < 2;
    })
    .map(each => each.outerHTML.slice(0, 120))"""
_HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(each => +each.tagName[1])"


def faults_of(page: Page) -> list[str]:
    """List what is wrong with the page that is open, wide and narrow, in light and in dark."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    page.evaluate(_AXE)
    faults = _found_by_axe(page, {"type": "tag", "values": _RULES})
    faults += [f"focus is not seen: {each}" for each in page.evaluate(_UNSEEN)]
    levels = page.evaluate(_HEADINGS)
    if levels.count(1) != 1 or any(b > a + 1 for a, b in pairwise(levels)):
        faults.append(f"headings out of order: {levels}")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    faults += _found_by_axe(page, {"type": "rule", "values": ["color-contrast", "target-size"]})
    return faults + _sticking_out(page)


def violations_of(page: Page) -> list[tuple[str, str]]:
    """List which of all rules of axe-core the page that is open breaks, and where."""
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def _found_by_axe(page: Page, rules: dict[str, object]) -> list[str]:
    asked = {"runOnly": rules, "resultTypes": ["violations"]}
    violations = page.evaluate("asked => axe.run(asked).then(told => told.violations)", asked)
    return [
        f"{each['id']}: {node['html'][:160]} {node['any'][:1]}"
        for each in violations
        for node in each["nodes"][:3]
    ]


def _sticking_out(page: Page) -> list[str]:
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} px wide on a phone"] if width > PHONE["width"] else []
