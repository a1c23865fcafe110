// Results while one types: an ARIA combobox over a list of links. Without it the form leads to the page of results.

import { count, say } from "../../scripts/locale.js";
import { load } from "../../scripts/search/load.js";
import { search } from "../../scripts/search/query.js";
import {
  GROUPS,
  HELP,
  element,
  grouped,
  helpLinks,
  link,
  marked,
  resultsPage,
  status,
} from "../../scripts/search/view.js";

export { initPage } from "../../scripts/search/page.js";

const MOST = { services: 5, resources: 3, barriers: 2, places: 3 };
const QUIET = 600; // milliseconds without a key before the count is said aloud

// `root` is the form. Lunr and the index are fetched when the field is first used.
export function init(root) {
  const input = root.querySelector("input[type=search]");
  if (!input) throw new Error("search: there is no input of type search in the form");
  if (input.getAttribute("role") === "combobox") return;

  const list = element("div", { role: "listbox", id: `${input.id}-list`, "aria-label": say("Search results") });
  const note = element("p", { class: "search__note" });
  const panel = element("div", { class: "search__panel" }, list, note);
  const said = element("p", { class: "visually-hidden", role: "status" });
  let options = [];
  let active = -1;
  let turn = 0; // counts what was asked, so that a late answer is not shown
  let saying;

  function show(text, found, engine) {
    list.replaceChildren(...groups(found, engine, resultsPage(root, text)));
    options = [...list.querySelectorAll("[role=option]")];
    options.forEach((option, i) => option.setAttribute("id", `${list.id}-${i}`));
    const n = found.results.length;
    note.textContent = n ? "" : say("Nothing found. Try another word, or press Search for a list of everything.");
    open();
    const help = found.help ? [HELP, say("Press the down arrow to call.")] : [];
    announce([...help, n ? count("{n} result.", "{n} results.", n) : note.textContent].join(" "));
  }

  function open() {
    list.hidden = !options.length;
    panel.hidden = false;
    input.setAttribute("aria-expanded", String(!list.hidden));
    panel.scrollTop = 0;
    choose(-1);
  }

  function close() {
    turn += 1;
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
    announce("");
  }

  function choose(next) {
    options[active]?.setAttribute("aria-selected", "false");
    active = next;
    input.removeAttribute("aria-activedescendant");
    if (!options[active]) return;
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  }

  function announce(words) {
    clearTimeout(saying);
    saying = setTimeout(() => (said.textContent = words), words ? QUIET : 0);
  }

  async function update() {
    const text = input.value.trim();
    if (!text) return close();
    turn += 1;
    const asked = turn;
    const engine = await load(root.dataset).catch(() => null);
    if (asked !== turn) return;
    if (engine) show(text, search(engine, text), engine);
    else fail();
  }

  function fail() {
    options = [];
    list.replaceChildren();
    note.textContent = say("Search did not load. Press Search for a list of everything.");
    open();
    announce(note.textContent);
  }

  // What each key does while the list is open; a key gives false to keep its usual meaning.
  const keys = {
    ArrowDown: () => choose(active + 1 < options.length ? active + 1 : -1),
    ArrowUp: () => choose(active < 0 ? options.length - 1 : active - 1),
    Home: () => active >= 0 && choose(0),
    End: () => active >= 0 && choose(options.length - 1),
    Enter: () => active >= 0 && options[active].click(),
    Escape: close,
  };

  function press(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!panel.hidden && keys[event.key]) {
      if (keys[event.key]() !== false) event.preventDefault();
    } else if (panel.hidden && event.key === "ArrowDown") {
      event.preventDefault();
      update();
    } else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      close();
    }
  }

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  panel.hidden = true;
  root.append(panel, said);
  input.addEventListener("input", update);
  input.addEventListener("keydown", press);
  input.addEventListener("focus", () => load(root.dataset).catch(() => {})); // typing says so if it fails again
  panel.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the field in focus until the click
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    location.assign(resultsPage(root, input.value.trim()));
  });
  root.addEventListener("focusout", (event) => root.contains(event.relatedTarget) || close());
  if (document.activeElement === input) update();
}

// Help where it is called for, the best of each group, and the way to all where these are not all.
function groups({ help, results, isHit }, engine, page) {
  const best = grouped(results).map(([name, all]) => [name, all.slice(0, MOST[name])]);
  const made = best.map(([name, some]) =>
    group(GROUPS[name], some.map((result) => option(link(result.address), ...title(result, isHit)))),
  );
  if (help) {
    const lines = group(HELP, helpLinks(engine).map(([label, uri]) => option(uri, label)));
    lines.classList.add("search__group--help");
    made.unshift(lines);
  }
  const shown = best.reduce((sum, [, some]) => sum + some.length, 0);
  const n = results.length;
  if (shown < n) made.push(option(page, count("See the {n} result", "See all {n} results", n)));
  return made;
}

function title(result, isHit) {
  return [element("span", { class: "search__title" }, ...marked(result.title, isHit)), ...status(result)];
}

function group(label, options) {
  const heading = element("span", { class: "search__group-name", "aria-hidden": "true" }, label);
  return element("div", { class: "search__group", role: "group", "aria-label": label }, heading, ...options);
}

function option(address, ...content) {
  const role = { role: "option", "aria-selected": "false", tabindex: "-1" };
  return element("a", { class: "search__option", href: address, ...role }, ...content);
}
