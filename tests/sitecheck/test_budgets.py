"""What pages may weigh."""

from __future__ import annotations

from .sites import HELP_NOW, Check, home_breaks, noise, page, script


def test_a_page_weighs_at_most_60_kb(check: Check) -> None:
    assert check(f"<p>{noise(70_000)}</p>") == []
    assert check(f"<p>{noise(90_000)}</p>") == home_breaks("budget")


def test_what_a_page_brings_with_it_counts_and_what_is_loaded_lazily_does_not(check: Check) -> None:
    heavy = {"assets/heavy.png": b"\0" * 61_000}
    assert check('<img src="assets/heavy.png" alt="" loading="lazy">', heavy) == []
    assert check('<img src="assets/heavy.png" alt="">', heavy) == home_breaks("budget")


def test_the_scripts_of_a_page_weigh_at_most_25_kb_with_those_they_import(check: Check) -> None:
    assert check(changed={"assets/later.js": script(40_000)}) == []
    light = {"assets/later.js": script(40_000), "assets/parts/search.js": 'import("../later.js");'}
    assert check(changed=light) == []
    heavy = {"assets/later.js": script(40_000), "assets/parts/search.js": 'import "../later.js";'}
    assert set(check(changed=heavy)) == {
        (path, "budget") for path in ("index.html", "services/index.html", "services/a/index.html")
    }


def test_a_page_makes_at_most_8_requests(check: Check) -> None:
    pictures = {f"assets/{n}.png": b"" for n in range(4)}
    shown = [f'<img src="{path}" alt="">' for path in pictures]
    assert check("".join(shown[:2]), pictures) == []
    assert check("".join(shown[:3]), pictures) == home_breaks("budget")


def test_help_now_weighs_at_most_30_kb_and_has_no_script(check: Check) -> None:
    address = "help-now/index.html"
    assert check(changed={address: HELP_NOW.replace("Call 999", noise(50_000))}) == [(address, "budget")]
    heavy = {address: HELP_NOW.replace("</main>", '<img src="../heavy.png" alt=""></main>'), "heavy.png": b"0" * 30_000}
    assert check(changed=heavy) == [(address, "budget")]
    with_script = HELP_NOW.replace("<main", '<script src="../assets/parts/search.js"></script><main')
    assert check(changed={address: with_script}) == [(address, "budget")]


def test_a_list_may_weigh_90_kb(check: Check) -> None:
    long = page("List", f"<h1>List</h1><p>{noise(100_000)}</p>", root="../")
    assert check(changed={"services/index.html": long}) == []
    filtered = page("Hubs", f"<h1>Hubs</h1><p>{noise(100_000)}</p>", root="../../../")
    assert check(changed={"services/kind/hub/index.html": filtered}) == []
    longer = page("List", f"<h1>List</h1><p>{noise(140_000)}</p>", root="../")
    assert check(changed={"services/index.html": longer}) == [("services/index.html", "budget")]
