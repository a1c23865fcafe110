"""The templates of theme/, with everything escaped unless a module here made it HTML."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from directory.assets import Assets
from directory.i18n import ENGLISH, Locale, fill
from directory.labels import curly, raised, unsplit


class _Html(CodeGenerator):
    """Compiles templates so that each value on its way out passes through one function of ours.

    Jinja's own two steps, finalize and escape, make a Markup of every word of a page, which is a third of the work.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write("environment.html(" if frame.eval_ctx.autoescape else "str(")


class _Environment(Environment):
    code_generator_class = _Html

    @staticmethod
    def html(value: object) -> str:
        """A value as HTML: escaped, unless it is Markup."""
        if type(value) is str:
            return as_html(value)
        return value if type(value) is Markup else str(escape(value))


@lru_cache(maxsize=20_000)
def as_html(text: str) -> str:
    """A text as HTML. Most words of a page stand on many: labels, statuses, the way to the root."""
    return str(escape(curly(text)))


class Templates:
    """Renders theme/pages/NAME.html. Undefined names are errors; nothing is trusted to be HTML but Markup."""

    def __init__(self, repository: Path, assets: Assets, locale: Locale = ENGLISH) -> None:
        # Jinja keeps compiled templates by their source alone; what this module sets belongs to the key too.
        settings = hashlib.sha256(Path(__file__).read_bytes() + jinja2.__version__.encode()).hexdigest()[:10]
        kept = repository / ".cache" / f"templates-{settings}"
        kept.mkdir(parents=True, exist_ok=True)
        self.assets = assets
        self.locale = locale
        self.theme = repository / "theme"
        self._environment = _Environment(
            loader=FileSystemLoader(self.theme),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=FileSystemBytecodeCache(str(kept)),
        )
        self._environment.globals["assets"] = assets.folder
        self._environment.globals["scripts"] = assets.scripts
        self._environment.globals["say"] = partial(_said, locale)
        self._environment.globals["count"] = partial(_counted, locale)
        self._environment.filters["dialled"] = dialled
        self._environment.filters["raised"] = raised

    def page(self, name: str, view: Mapping[str, Any]) -> str:
        """The main part of a page. The template sees `view` by its attributes, which Jinja finds sooner than keys."""
        return self._environment.get_template(f"pages/{name}.html").render(view=SimpleNamespace(**view))

    def macro(self, component: str, name: str) -> Any:
        """The macro `name` of a component, as a function that gives Markup."""
        return getattr(self._environment.get_template(f"components/{component}/template.html").module, name)


def _said(locale: Locale, message: str, /, **values: object) -> Markup:
    """A message in a template. It is text; a value may be HTML, if it is Markup."""
    return _filled(locale.text(message), values)


def _counted(locale: Locale, one: str, many: str, number: int, /, **values: object) -> Markup:
    return _filled(locale.plural(one, many, number), {"n": number, **values})


def _filled(message: str, values: Mapping[str, object]) -> Markup:
    html = as_html(message)
    return Markup(fill(html, {name: _Environment.html(value) for name, value in values.items()}) if values else html)


_TO_PRESS = re.compile(r"([\w.+-]+@[\w.-]*\w|\+?\d[\d\N{NO-BREAK SPACE}]+\d)")


def dialled(words: str) -> Markup:
    """Words with a number or an address to press, each of which keeps its order among words from right to left.

    No line ends inside a number; an address may end one after its @. All of it is one thing in a flexible row.
    """
    parts = _TO_PRESS.split(unsplit(words))
    shown = (f"<bdi>{as_html(part)}</bdi>" if place % 2 else as_html(part) for place, part in enumerate(parts))
    return Markup(f"<span>{''.join(shown)}</span>".replace("@", "@<wbr>"))


_SIGN = re.compile(r"[\\`*_\[\]<>#|~!&{}]")
_LINE = re.compile(r"^\s*(?:[-+]|\d+[.)])\s|^\s{4}|^(?:=+|-+)\s*$", re.MULTILINE)


def prose(text: str) -> Markup:
    """A text of a record as HTML: Markdown without HTML. Plain sentences, nearly all there are, need no parser."""
    text = curly(text)
    if _SIGN.search(text) or _LINE.search(text):
        return Markup(_parser().render(text))
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return Markup("".join(f"<p>{html.escape(part, quote=False)}</p>\n" for part in paragraphs))


@cache
def _parser() -> Any:
    # Imported here because a directory of plain sentences never needs it.
    from markdown_it import MarkdownIt

    # A text stands under headings of the page, so it may not make headings of its own, nor load a picture.
    return MarkdownIt("commonmark", {"html": False}).disable(
        ["heading", "lheading", "image", "html_block", "html_inline", "entity"]
    )
