"""Asks the scripts of search in a page directly."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

FIND = """async ([index, lunr, texts]) => {
  const scripts = document.querySelector("script[type=module]").src.replace("site.js", "search/");
  const { load } = await import(`${scripts}load.js`);
  const { search } = await import(`${scripts}query.js`);
  const engine = await load({ index, lunr });
  return texts.map((text) => {
    const { help, results } = search(engine, text);
    return [help, results.map(({ ref }) => ref)];
  });
}"""


def found(page: Page, *texts: str) -> list[tuple[bool, list[str]]]:
    """For each text: whether help comes first, and the refs of the results."""
    form = page.locator("form[data-search]")
    addresses = [form.get_attribute("data-index"), form.get_attribute("data-lunr")]
    answers: list[tuple[bool, list[str]]] = page.evaluate(FIND, [*addresses, list(texts)])
    return answers


def in_browser(page: Page, module: str, expression: str, given: object) -> Any:
    """What an expression gives, in which `it` is a module of theme/scripts/search/."""
    return page.evaluate(
        f"""async (given) => {{
          const scripts = document.querySelector("script[type=module]").src.replace("site.js", "search/");
          const it = await import(`${{scripts}}{module}`);
          return {expression};
        }}""",
        given,
    )
