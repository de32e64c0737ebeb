"""Small questions asked of WordprocessingML elements, whichever namespace they are in.

Word writes two families of namespaces (transitional and strict) with the same local names,
so elements and attributes are known by their local names.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

_OFF = frozenset({"0", "false", "off", "none"})


def local_name(element: Element) -> str:
    """Give an element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Give an attribute by its local name, empty where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: Element | None, *path: str) -> Element | None:
    """Follow the first children of these local names."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local_name(each) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children of a local name."""
    return iter(()) if element is None else (e for e in element if local_name(e) == name)


def value(element: Element | None, *path: str) -> str:
    """Give the `val` of the element at the end of a path, empty where there is none."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")


def number(text: str, *, default: int, least: int = 0, most: int = 1_000_000) -> int:
    """Read a whole number, bounded; `default` for what is none."""
    try:
        return max(least, min(most, int(text)))
    except ValueError:
        return default


def is_on(element: Element | None, *path: str) -> bool:
    """Tell whether a switch is there and not turned off."""
    found = child(element, *path)
    return found is not None and attribute(found, "val").lower() not in _OFF
