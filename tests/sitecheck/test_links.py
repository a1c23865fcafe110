"""Where addresses lead, and what is fetched from whom."""

from __future__ import annotations

import pytest

from .sites import Check, home_breaks, page


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="gone.html">A</a>',
        '<a href="Services/index.html">A</a>',
        '<a href="">A</a>',
        '<a href="https://[half">A</a>',
        '<img src="gone.png" alt="">',
        '<img src="assets/dot.png" srcset="assets/dot.png 1x, gone.png 2x" alt="">',
        '<form action="gone/index.html"></form>',
        '<form><button formaction="gone.html">Go</button></form>',
        '<link rel="license" href="licence.html">',
        '<svg><use xlink:href="gone.svg#a"></use></svg>',
    ],
)
def test_an_address_that_leads_to_no_file_is_a_fault(check: Check, markup: str) -> None:
    assert check(markup) == home_breaks("broken-link")


@pytest.mark.parametrize("address", ["#gone", "services/a/index.html#gone", "assets/door.svg#gone"])
def test_a_fragment_that_is_no_id_there_is_a_fault(check: Check, address: str) -> None:
    assert check(f'<a href="{address}">A</a>') == home_breaks("broken-fragment")


@pytest.mark.parametrize("address", ["services/", "services", "./", "services/a/?x=1#call"])
def test_a_link_to_a_folder_names_its_index_file(check: Check, address: str) -> None:
    assert check(f'<a href="{address}">A</a>') == home_breaks("folder-link")


@pytest.mark.parametrize("address", ["/services/index.html", "//directory.example/", r"\services", r"/\host.example"])
def test_an_address_from_the_servers_root_is_a_fault(check: Check, address: str) -> None:
    assert check(f'<a href="{address}">A</a>') == home_breaks("root-link")


def not_found(address: str, site_url: str = "https://directory.example/support/") -> dict[str, str]:
    """A page that hosts show anywhere, of a site that says where it lies, with one link."""
    head = f'<link rel="canonical" href="{site_url}404.html">'
    html = page("Gone", f'<h1>Gone</h1><a href="{address}">A</a>', root="/support/", head=head)
    return {"404.html": html}


@pytest.mark.parametrize("address", ["index.html", "services/a/index.html?x=1#call", "assets/door%20large.svg#top"])
def test_a_page_that_hosts_show_anywhere_may_begin_links_at_the_path_of_the_site(check: Check, address: str) -> None:
    assert check(changed=not_found(f"/support/{address}")) == []


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("/support/gone.html", "broken-link"),
        ("/support/services/a/index.html#gone", "broken-fragment"),
        ("/support/services/", "folder-link"),
        ("/support/", "folder-link"),
        ("/support/../index.html", "outside-link"),
        ("/elsewhere/index.html", "root-link"),
        ("//support/index.html", "root-link"),
    ],
)
def test_a_dead_link_is_a_fault_on_that_page_too(check: Check, address: str, rule: str) -> None:
    assert check(changed=not_found(address)) == [("404.html", rule)]


@pytest.mark.parametrize("site_url", ["https://directory.example/other/", "https://[half", "/support/"])
def test_a_page_that_hosts_show_anywhere_has_to_name_the_same_path(check: Check, site_url: str) -> None:
    assert ("404.html", "root-link") in check(changed=not_found("/support/index.html", site_url))


def test_no_other_page_may_begin_a_link_at_the_path_of_the_site(check: Check) -> None:
    head = '<link rel="canonical" href="https://directory.example/support/services/">'
    services = page("Services", '<h1>Services</h1><a href="/support/index.html">Home</a>', root="../", head=head)
    assert check(changed={"services/index.html": services}) == [("services/index.html", "root-link")]


@pytest.mark.parametrize("address", ["..", "../index.html", "services/../../a.html", "%2E%2E/a.html"])
def test_a_link_out_of_the_folder_is_a_fault(check: Check, address: str) -> None:
    assert check(f'<a href="{address}">A</a>') == home_breaks("outside-link")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " java\nscript:a()", "data:text/html,x", "ftp://a.example/"]
)
def test_a_link_begins_with_nothing_dangerous(check: Check, address: str) -> None:
    assert check(f'<a href="{address}">A</a>') == home_breaks("link-scheme")


@pytest.mark.parametrize("css", ["@import 'gone.css';", "@import url(gone.css);", "a { b: url( 'gone.png' ) }"])
def test_a_stylesheet_names_only_files_that_exist(check: Check, css: str) -> None:
    assert check(changed={"assets/more.css": css}) == [("assets/more.css", "broken-link")]


@pytest.mark.parametrize(
    "js",
    [
        'import a from "./gone.js";',
        "import './gone.js';",
        'export {\n  a,\n  b\n} from "./gone.js";',
        'const a = await import("../gone.js");',
        'const parts = { a: "../gone/behaviour.js" };',
        'import lunr from "lunr";',
    ],
)
def test_a_script_imports_only_files_that_exist(check: Check, js: str) -> None:
    assert check(changed={"assets/parts/search.js": js}) == [("assets/parts/search.js", "broken-link")]


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="stylesheet" href="https://a.example/a.css">',
        '<link rel="preconnect" href="https://a.example">',
        '<script src="https://a.example/a.js"></script>',
        '<img src="https://a.example/a.png" alt="">',
        '<img src="assets/dot.png" srcset="https://a.example/a.png 2x" alt="">',
        '<iframe src="https://a.example/" title="A"></iframe>',
        '<object data="https://a.example/a.pdf"></object>',
        '<form action="https://a.example/"></form>',
        '<a href="https://a.example/" ping="https://b.example/">A</a>',
    ],
)
def test_a_page_asks_nobody_else_for_anything(check: Check, markup: str) -> None:
    assert check(markup) == home_breaks("foreign-request")


def test_a_stylesheet_or_script_asks_nobody_else_for_anything(check: Check) -> None:
    css = "@import url(https://a.example/a.css); @font-face { src: url('https://a.example/a.woff2') }"
    js = 'import a from "https://a.example/a.js";'
    assert check(changed={"assets/more.css": css, "assets/parts/search.js": js}) == [
        ("assets/more.css", "foreign-request"),
        ("assets/more.css", "foreign-request"),
        ("assets/parts/search.js", "foreign-request"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>go()</script>",
        "<style>a {}</style>",
        '<p style="color: red">A</p>',
        '<p onclick="go()">A</p>',
        '<iframe srcdoc="A" title="A"></iframe>',
        '<script type="importmap">{}</script>',
    ],
)
def test_a_page_holds_no_code(check: Check, markup: str) -> None:
    assert check(markup) == home_breaks("inline-code")


def test_a_page_has_no_base(check: Check) -> None:
    assert check('<base target="_top">') == home_breaks("base")
