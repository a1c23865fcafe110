"""Languages: what each page says of its own, and whether a link says where it leads to another."""

from __future__ import annotations

import pytest

from directory.sitecheck import budgets

from .sites import HELP_NOW, HOME, SOUND, Check, Files, home_breaks, page

WEB = "https://directory.example/"
ENGLISH, WELSH = "index.html", "cy/index.html"


def alternates(root: str, *, of: tuple[str, ...] = ("en", "cy", "x-default")) -> str:
    """The links that each home page has to both."""
    folders = {"en": "", "cy": "cy/", "x-default": ""}
    return "".join(f'<link rel="alternate" hreflang="{tag}" href="{root}{folders[tag]}index.html">' for tag in of)


def welsh(main: str, head: str) -> str:
    html = page("Home", f"<h1>Cartref</h1>{main}", root="../", head=head)
    return html.replace('<html lang="en"', '<html lang="cy"').replace("../help-now/", "help-now/")


TWO: Files = {
    ENGLISH: page("Home", f'{HOME}<a href="{WELSH}" hreflang="cy">Cymraeg</a>', head=alternates("")),
    WELSH: welsh('<a href="../index.html" hreflang="en">English</a>', alternates("../")),
    "cy/help-now/index.html": HELP_NOW.replace('lang="en"', 'lang="cy"').replace("../assets", "../../assets"),
}
"""A site in English and in Welsh."""


def changed(path: str, old: str, new: str) -> Files:
    text = TWO[path]
    assert isinstance(text, str) and old in text
    return {**TWO, path: text.replace(old, new)}


def test_a_site_in_two_languages_may_have_each_page_twice_with_the_same_title(check: Check) -> None:
    assert check(changed=TWO) == []


def test_the_pages_of_a_folder_are_in_one_language_and_one_direction(check: Check) -> None:
    help_now = "cy/help-now/index.html"
    assert check(changed=changed(help_now, 'dir="ltr"', 'dir="rtl"')) == [("cy/index.html", "language")]
    faults = check(changed=changed(help_now, 'lang="cy"', 'lang="ur"'))
    assert (WELSH, "language") in faults


def test_a_folder_of_english_pages_is_none_of_a_language(check: Check) -> None:
    services = SOUND["services/index.html"]
    assert isinstance(services, str)
    faults = check(changed={"services/index.html": services.replace('dir="ltr"', 'dir="rtl"')})
    assert faults == [("services/index.html", "language")]


def test_a_link_to_a_page_in_another_language_says_so(check: Check) -> None:
    assert check(changed=changed(ENGLISH, ' hreflang="cy">Cymraeg', ">Cymraeg")) == home_breaks("link-language")
    assert check(changed=changed(WELSH, ' hreflang="en">English', ">English")) == [(WELSH, "link-language")]


def test_a_link_says_no_other_language_than_that_of_its_page(check: Check) -> None:
    assert check(changed=changed(ENGLISH, 'hreflang="cy">Cymraeg', 'hreflang="ur">Cymraeg')) == home_breaks(
        "link-language"
    )


def test_also_a_page_of_its_own_language_is_not_said_to_be_in_another(check: Check) -> None:
    assert check('<a href="help-now/index.html" hreflang="cy">Help</a>') == home_breaks("link-language")
    assert check('<a href="#q" hreflang="cy">Question</a>') == home_breaks("link-language")


def test_the_same_link_said_and_unsaid_is_a_fault_once(check: Check) -> None:
    more = f'<a href="{WELSH}">Cymraeg</a>'
    assert check(changed=changed(ENGLISH, "</main>", f"{more}{more}</main>")) == home_breaks("link-language")


def test_help_now_and_the_way_home_are_links_like_any_other(check: Check) -> None:
    faults = check(changed=changed(WELSH, 'href="help-now/', 'href="../help-now/'))
    assert faults == [(WELSH, "link-language")]


def test_the_language_of_a_page_elsewhere_is_not_looked_at(check: Check) -> None:
    assert check('<a href="https://weather.example/" hreflang="cy">A</a> <a href="tel:999">999</a>') == []


def test_a_page_in_other_languages_exists_in_each(check: Check) -> None:
    gone = 'hreflang="cy" href="cy/gone.html"'
    faults = check(changed=changed(ENGLISH, 'hreflang="cy" href="cy/index.html"', gone))
    assert faults == [(WELSH, "alternate"), (ENGLISH, "alternate"), (ENGLISH, "broken-link")]


def test_a_page_in_another_language_is_in_the_language_said(check: Check) -> None:
    faults = check(
        changed=changed(ENGLISH, '<link rel="alternate" hreflang="cy"', '<link rel="alternate" hreflang="ur"')
    )
    assert faults == home_breaks("alternate")


def test_pages_in_other_languages_name_each_other(check: Check) -> None:
    without = changed(WELSH, alternates("../"), "")
    assert check(changed=without) == home_breaks("alternate")


def test_a_page_in_several_languages_names_itself_and_one_for_everybody_else(check: Check) -> None:
    for tags in (("cy", "x-default"), ("en", "cy")):
        faults = check(changed=changed(ENGLISH, alternates(""), alternates("", of=tags)))
        assert faults == home_breaks("alternate")


@pytest.mark.parametrize(
    ("named", "faults"), [("cy/", []), ("cy/gone/", [(WELSH, "alternate"), (ENGLISH, "alternate")])]
)
def test_on_the_web_pages_are_named_by_whole_addresses(check: Check, named: str, faults: list[tuple[str, str]]) -> None:
    html = changed(ENGLISH, alternates(""), alternates(WEB).replace("index.html", "").replace("cy/", named))[ENGLISH]
    assert isinstance(html, str)
    web = {**TWO, ENGLISH: html.replace(f"{WEB}here/", WEB)}
    assert check(changed=web) == faults


def test_a_page_may_weigh_as_much_in_any_language() -> None:
    for address in ("help-now/index.html", "services/page/2/index.html", "find-support/index.html"):
        for folder in ("cy/", "fil/", "pt-br/"):
            assert budgets.of(folder + address) == budgets.of(address)
