// The page of results: search/index.html#q=WORDS, or ?q=WORDS in a link from elsewhere.
// What follows a # stays in the browser.

import { count, say } from "../locale.js";
import { load } from "./load.js";
import { search } from "./query.js";
import { GROUPS, HELP, element, grouped, helpLinks, link, marked, status } from "./view.js";

// `root` is the element [data-search-page], to which results are added. What the page says without a query stands in [data-search-fallback]
// and stays if the index can't be loaded.
export function initPage(root) {
  const form = document.querySelector("form[data-search]");
  if (!form) throw new Error("search: there is no form[data-search] on the page of results");
  if (root.querySelector(".search__results")) return;
  const first = element("div", { class: "search__first" });
  const said = element("p", { class: "search__count", role: "status" });
  const results = element("div", { class: "search__results" });
  root.append(first, said, results);

  async function render() {
    const text = asked();
    form.querySelector("input").value = text;
    const answer = text ? await answerTo(text, form) : { said: "", help: [], found: [], fallback: true };
    if (text !== asked()) return;
    first.replaceChildren(...answer.help);
    results.replaceChildren(...answer.found);
    for (const fallback of document.querySelectorAll("[data-search-fallback]")) fallback.hidden = !answer.fallback;
    said.textContent = answer.said;
  }

  window.addEventListener("hashchange", render);
  render();
}

function asked() {
  const query = (part) => new URLSearchParams(part.slice(1)).get("q");
  return (query(location.hash) ?? query(location.search) ?? "").trim();
}

// {said: how many there are, in a sentence, help and found: elements, fallback: whether to show the A to Z}
async function answerTo(text, form) {
  let engine;
  try {
    engine = await load(form.dataset);
  } catch {
    return { said: say("Search did not load. Here is a list of everything."), help: [], found: [], fallback: true };
  }
  const { help, results, isHit } = search(engine, text);
  const n = results.length;
  return {
    said: n
      ? count("{n} result for “{text}”.", "{n} results for “{text}”.", n, { text })
      : say("Nothing found for “{text}”.", { text }),
    help: help ? [helpBlock(engine)] : [],
    found: n ? sections(results, isHit) : [waysOn(engine)],
    fallback: false,
  };
}

function helpBlock(engine) {
  const links = helpLinks(engine).map(([label, uri]) => element("li", {}, element("a", { href: uri }, label)));
  return element("section", { class: "search__help" }, element("h2", {}, HELP), element("ul", {}, ...links));
}

function waysOn(engine) {
  const ways = [
    [link(engine.ways["services/index.html"]), say("See all services")],
    [link(engine.ways["barriers/index.html"]), say("Find help by what puts you off")],
    [link(engine.ways["help-now/index.html"]), say("Get help now")],
  ];
  const links = ways.map(([href, label]) => element("li", {}, element("a", { href }, label)));
  const advice = element("p", {}, say("Try another word, or fewer words. You can also go on from here:"));
  return element("div", { class: "search__ways-on" }, advice, element("ul", {}, ...links));
}

// The filter and one section for each group.
function sections(results, isHit) {
  const groups = grouped(results);
  const made = groups.map(([group, list]) => section(group, list, isHit));
  const buttons = [
    filter(say("All ({n})", { n: results.length }), made, made),
    ...groups.map(([group, list], i) =>
      filter(say("{group} ({n})", { group: GROUPS[group], n: list.length }), made, [made[i]]),
    ),
  ];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
    });
  }
  buttons[0].setAttribute("aria-pressed", "true");
  const label = say("Show only");
  return [element("div", { class: "search__filters", role: "group", "aria-label": label }, ...buttons), ...made];
}

function filter(label, all, shown) {
  const button = element("button", { type: "button", class: "search__filter", "aria-pressed": "false" }, label);
  button.addEventListener("click", () => {
    for (const part of all) part.hidden = !shown.includes(part);
  });
  return button;
}

function section(group, list, isHit) {
  const rows = list.map((result) => {
    const name = element("a", { href: link(result.address) }, ...marked(result.title, isHit));
    const title = element("p", { class: "search__name" }, name, ...status(result));
    const summary = element("p", { class: "search__summary" }, ...marked(result.summary, isHit));
    return element("li", {}, title, ...(result.summary ? [summary] : []));
  });
  const heading = element("h2", { id: `search-${group}` }, GROUPS[group]);
  const rowList = element("ul", { class: "search__list" }, ...rows);
  return element("section", { "aria-labelledby": heading.id }, heading, rowList);
}
