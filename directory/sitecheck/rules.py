"""The rules that one page keeps by itself: its structure, its names, and help in a crisis.

Each rule is a function from the page to its faults; RULES lists them. For what they answer to see
https://www.w3.org/TR/WCAG22/ (the number stands at each) and design/site.md, "Standards".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from directory.sitecheck.addresses import Kind
from directory.sitecheck.faults import Fault
from directory.sitecheck.languages import FOLDER
from directory.sitecheck.links import Address, refreshed_to
from directory.sitecheck.page import Element, Page

_HELP_NOW = re.compile(rf"(?:{FOLDER})?help-now/index\.html")
_NUMBERS_TO_CALL = ("tel:999", "tel:116123")

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMES_IDS = frozenset(
    {"aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage"}
    | {"aria-flowto", "aria-labelledby", "aria-owns", "for", "form", "headers", "list"}
)
_DATA_IN_SCRIPT = frozenset({"application/json", "application/ld+json"})
_NAMED_BY_THEMSELVES = frozenset({"hidden", "reset", "submit"})


def language(page: Page) -> Iterator[Fault]:
    """3.1.1"""
    if not page.language():
        yield _fault(page, None, "language", "The page doesn't say its language.", 'Write <html lang="en">.')
    if page.direction() not in ("ltr", "rtl"):
        sentence = "The page doesn't say from which side it is read."
        yield _fault(page, None, "language", sentence, 'Write <html dir="ltr">, or dir="rtl".')


def title(page: Page) -> Iterator[Fault]:
    """2.4.2; that no two pages share one is seen where all pages are known."""
    titles = page.titles()
    if not any(element.text for element in titles):
        yield _fault(page, None, "title", "The page has no title.", "Write what it is in <title>.")
    for element in titles[1:]:
        yield _fault(page, element, "title", "The page has a second title.", "Keep one.")


def unique_ids(page: Page) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for element in page.elements:
        if "id" not in element.attributes:
            continue
        id = element.attributes["id"]
        if not id or id.split() != [id]:
            yield _fault(page, element, "duplicate-id", f"“{id}” can't be an id.", "Use a word without spaces.")
        elif id in first:
            sentence = f"The id “{id}” is already on line {first[id]}."
            yield _fault(page, element, "duplicate-id", sentence, "Give each element an id of its own.")
        else:
            first[id] = element.line


def named_ids_exist(page: Page) -> Iterator[Fault]:
    """1.3.1, 4.1.2"""
    ids = page.ids()
    for element in page.elements:
        for name in _NAMES_IDS.intersection(element.attributes):
            for id in element.attributes[name].split():
                if id not in ids:
                    sentence = f"{name} names “{id}”, which is no id on this page."
                    yield _fault(
                        page,
                        element,
                        "missing-id",
                        sentence,
                        "Correct the id, or give it to the element meant.",
                    )


def pictures(page: Page) -> Iterator[Fault]:
    """1.1.1"""
    for element in page.elements:
        is_picture = element.tag == "img" or element.attributes.get("type", "").lower() == "image"
        if is_picture and "alt" not in element.attributes:
            hint = 'Write what it shows, or alt="" where it only decorates.'
            yield _fault(page, element, "image-alt", "This picture says nothing to those who can't see it.", hint)


def controls(page: Page) -> Iterator[Fault]:
    """3.3.2, 4.1.2. A placeholder is no name: it is gone when someone writes."""
    labelled = {label.attributes["for"] for label in page.of("label") if label.text and "for" in label.attributes}
    for element in page.of("button", "input", "meter", "progress", "select", "textarea"):
        attributes = element.attributes
        type = attributes.get("type", "").lower()
        named = (
            (element.tag == "input" and type in _NAMED_BY_THEMSELVES)
            or (element.tag == "input" and type == "button" and attributes.get("value", "").strip())
            or (element.tag == "input" and type == "image" and attributes.get("alt", "").strip())
            or element.text
            or any(attributes.get(name, "").strip() for name in ("aria-label", "aria-labelledby", "title"))
            or attributes.get("id") in labelled
            or any(outer.tag == "label" and outer.text for outer in page.around(element))
        )
        if not named:
            sentence = f"This {element.tag} has no name for someone who can't see it."
            yield _fault(page, element, "control-name", sentence, "Give it a <label>, or words inside it.")


def no_inline_code(page: Page) -> Iterator[Fault]:
    """The Content-Security-Policy of every page forbids it, so a browser would leave it out."""
    hint = "Put it into a file under theme/ and name that."
    for element in page.elements:
        attributes = element.attributes
        if element.tag == "style":
            yield _fault(page, element, "inline-code", "A style stands in the page itself.", hint)
        is_data = attributes.get("type", "").lower() in _DATA_IN_SCRIPT
        if element.tag == "script" and "src" not in attributes and not is_data:
            yield _fault(page, element, "inline-code", "A script stands in the page itself.", hint)
        for name in attributes:
            if name in ("style", "srcdoc") or name.startswith("on"):
                yield _fault(page, element, "inline-code", f"The attribute {name} holds code.", hint)


def no_base(page: Page) -> Iterator[Fault]:
    for element in page.of("base"):
        sentence = "A base element changes where every link on the page leads."
        yield _fault(page, element, "base", sentence, "Take it out; links are relative to the page.")


def one_h1(page: Page) -> Iterator[Fault]:
    headings = [element for element in page.of("h1") if not _in_template(page, element)]
    if not headings:
        yield _fault(page, None, "one-h1", "The page has no main heading.", "Give it one <h1>.")
    for element in headings[1:]:
        sentence = f"This is a second main heading; the first is on line {headings[0].line}."
        yield _fault(page, element, "one-h1", sentence, "Make it an <h2>.")


def headings_in_order(page: Page) -> Iterator[Fault]:
    """1.3.1. What stands before the main heading may begin with an h2."""
    before = 1
    for element in page.of(*_HEADINGS):
        if _in_template(page, element):
            continue
        level = int(element.tag[1])
        if level > before + 1:
            sentence = f"An h{level} follows an h{before}: a level is left out."
            yield _fault(page, element, "heading-order", sentence, f"Make it an h{before + 1}.")
        before = level


def one_main(page: Page) -> Iterator[Fault]:
    """1.3.1, 2.4.1"""
    mains = list(page.of("main"))
    if not mains:
        yield _fault(page, None, "main", "The page has no main part.", "Put its content into one <main>.")
    for element in mains[1:]:
        yield _fault(page, element, "main", "The page has a second main part.", "Keep one <main>.")


RULES: tuple[Callable[[Page], Iterator[Fault]], ...] = (
    language,
    title,
    unique_ids,
    named_ids_exist,
    pictures,
    controls,
    no_inline_code,
    no_base,
)
"""For every page."""

RULES_OF_FULL_PAGES: tuple[Callable[[Page], Iterator[Fault]], ...] = (one_h1, headings_in_order, one_main)
"""For every page but those at former addresses, which only send the reader on."""


def crisis_help(page: Page, found: Sequence[Address]) -> Iterator[Fault]:
    """Every page shows the way to help now, and help now has the numbers to call (design/site.md)."""
    hint = "Put the crisis bar at the top of the page."
    if not any("data-help-now" in element.attributes for element in page.elements):
        yield _fault(page, None, "crisis-help", "The page has no crisis bar.", hint)
    if not _HELP_NOW.fullmatch(page.path):
        if not any(
            address.target.kind is Kind.INSIDE and _HELP_NOW.fullmatch(address.target.path) for address in found
        ):
            yield _fault(page, None, "crisis-help", "The page has no link to help now.", hint)
        return
    for number in _NUMBERS_TO_CALL:
        if not any(address.text == number for address in found):
            hint = f"Write a link to {number}."
            yield _fault(page, None, "crisis-help", f"Help now has no link that calls {number[4:]}.", hint)


def redirect(page: Page, refresh: Element) -> Iterator[Fault]:
    """A page at a former address also has a link, for those whom a browser doesn't send on."""
    target = page.target(refreshed_to(refresh))
    links = (page.target(a.attributes["href"]) for a in page.of("a") if "href" in a.attributes)
    if all(link != target for link in links):
        sentence = "This page sends people on, but has no link to the same place."
        yield _fault(page, refresh, "redirect", sentence, "Add a link to where it leads.")


def _in_template(page: Page, element: Element) -> bool:
    """What stands in a template is on the page only once a script has put it there."""
    return any(outer.tag == "template" for outer in page.around(element))


def _fault(page: Page, element: Element | None, rule: str, sentence: str, hint: str) -> Fault:
    return Fault(page.path, element.line if element else 1, rule, sentence, hint)
