"""A small site that is sound, and what the tests break it with."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from directory.sitecheck import Report

Files = Mapping[str, str | bytes]
Reported = Callable[[Files], Report]
Check = Callable[..., list[tuple[str, str]]]


def page(title: str, main: str, *, root: str = "", head: str = "") -> str:
    """A whole page; `root` is the way from it to the site's root."""
    return f"""<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="{root}assets/icon.svg">
<link rel="canonical" href="https://directory.example/here/">
<link rel="stylesheet" href="{root}assets/site.css">
<script type="module" src="{root}assets/site.js"></script>
{head}
</head>
<body>
<div data-help-now><a href="{root}help-now/index.html">Help now</a> <a href="https://weather.example/">Leave</a>
</div>
<header><svg viewBox="0 0 28 32"><title>Door</title><use href="{root}assets/door.svg#wall"/></svg></header>
<main id="main">
{main}
</main>
</body>
</html>
"""


HOME = """<h1>Find support</h1>
<form action="services/index.html"><label for="q">Search</label>
<input id="q" name="q" aria-describedby="q-hint">
<p id="q-hint">A name, or a place</p><label><input type="checkbox" name="open"> Open now</label>
<button><img src="assets/door.svg" alt="Search"></button></form>
<h2>By place</h2><h3 id="café">Café</h3><h2>By name</h2>
<p><a href="services/a/index.html?from=home#call">Service A</a>
<a href="#caf%C3%A9">Café</a> <a href="#top">Top</a>
<img src="assets/door.svg" srcset="assets/door.svg 1x, assets/door%20large.svg 2x" alt="" loading="lazy"></p>
<table><tr><th id="h">Name</th><td headers="h">A</td></tr></table>
<script type="application/ld+json">{"name": "A"}</script>"""

HELP_NOW = """<!doctype html><html lang="en" dir="ltr"><title>Help now</title>
<link rel="stylesheet" href="../assets/site.css">
<main data-help-now><h1>Help now</h1><a href="tel:999">Call 999</a> <a href="tel:116123">Call Samaritans</a>
<a href="sms:85258">Text</a> <a href="../index.html">Home</a></main></html>"""

FORMER = """<!doctype html><html lang="en" dir="ltr"><title>Service A</title>
<meta http-equiv="refresh" content="0; url=../a/index.html"><a href="../a/index.html">Service A</a>
<a href="../../help-now/index.html">Help now</a></html>"""

SOUND: Files = {
    "index.html": page("Home", HOME),
    "help-now/index.html": HELP_NOW,
    "services/index.html": page("Services", "<h1>Services</h1>", root="../"),
    "services/a/index.html": page("Service A", '<h1>Service A</h1><p id="call">Call</p>', root="../../"),
    "services/former-a/index.html": FORMER,
    "assets/site.css": """@import "more.css"; /* url(gone.png) */
.door { background: url("door.svg#wall") } .dot { mask: url("data:image/svg+xml,<svg fill='url(#a)'/>") }""",
    "assets/more.css": "body { margin: 0 }",
    "assets/site.js": """// import gone from "./gone.js";
import { init } from "./parts/search.js";
const parts = { "[data-search]": "./parts/search.js" };
import("./parts/search.js").then(({ init }) => init(document));""",
    "assets/parts/search.js": "/* export from './gone.js' */\nexport function init(root) { return root; }",
    "assets/door.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path id="wall" d="M0 0h1"/></svg>',
    "assets/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "assets/door large.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "assets/dot.png": b"\x89PNG\xff\x00",
    "data.json": '{"phone": "0808 157 0123"}',
}


def home_breaks(rule: str) -> list[tuple[str, str]]:
    return [("index.html", rule)]


def noise(size: int) -> str:
    """Text that hardly compresses: about three quarters of a byte for each character."""
    return "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ.,;:-+*", k=size))


def script(size: int) -> str:
    return f"/*{noise(size).replace('*', ' ')}*/"
