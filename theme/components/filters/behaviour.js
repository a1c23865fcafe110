// Combines the filters of a list: each link becomes a box to tick, and the list shows what answers every facet.
// The choice stands behind the # of the address, which no server sees, so that Back and a link bring it again.

import { distance, left } from "../../scripts/filters.js";
import { say } from "../../scripts/locale.js";

const BESIDE = matchMedia("(min-width: 56em)");

// `root` is the element of the filters, `found` that of the list beside it.
export function init(root, found) {
  for (const group of root.querySelectorAll("details")) group.open ||= BESIDE.matches;
  if ("combines" in root.dataset) combine(root, found);
  else leadToBoth(root);
}

// On the page of one filter the others lead to the whole list with both.
function leadToBoth(root) {
  const here = root.querySelector("[aria-current]")?.closest("[data-value]");
  if (!here) return;
  for (const item of root.querySelectorAll("[data-value]")) {
    if (item === here) continue;
    item.querySelector("a").href = `${root.dataset.filters}#${address([read(here), read(item)])}`;
    item.querySelector(".filters__count").remove(); // which is that of the page it no longer leads to
  }
}

function combine(root, found) {
  const boxes = [...root.querySelectorAll("[data-value]")].map(tickable);
  const groups = [...found.querySelectorAll("[data-group]")];
  const rows = [...found.querySelectorAll("[data-is]")].map((element) => ({
    element,
    has: new Set(element.dataset.is.split(" ")),
  }));
  const count = found.querySelector("[data-count]");
  const whole = count.textContent;

  function show() {
    const chosen = boxes.filter(({ input }) => input.checked);
    for (const row of rows) row.far = distance(row.has, chosen);
    for (const { element, far } of rows) element.hidden = far === undefined;
    for (const group of groups) arrange(group, rows);
    for (const box of boxes) offer(box, left(rows, chosen, box));
    for (const facet of root.querySelectorAll("[data-facet]")) tally(facet);
    const shown = rows.filter(({ far }) => far !== undefined).length;
    write(count, chosen.length ? say("{n} of {all} shown.", { n: shown, all: rows.length }) : whole);
    found.querySelector("[data-nothing]").hidden = shown > 0;
    list(found.querySelector("[data-chosen]"), chosen);
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const { input, facet, value } of boxes) input.checked = asked.getAll(facet).includes(value);
    show();
  }

  function noteAndShow() {
    const chosen = boxes.filter(({ input }) => input.checked);
    history.replaceState(history.state, "", chosen.length ? `#${address(chosen)}` : location.pathname);
    show();
  }

  root.addEventListener("change", noteAndShow);
  found.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-take-away]");
    if (!button) return;
    const which = button.dataset.takeAway;
    for (const box of boxes) if (!which || which === address([box])) box.input.checked = false;
    noteAndShow();
    count.focus(); // the button is gone
  });
  addEventListener("hashchange", fromAddress);
  fromAddress();
}

const address = (options) => new URLSearchParams(options.map(({ facet, value }) => [facet, value])).toString();

function read(item) {
  const { value, asks } = item.dataset;
  const words = item.querySelector("a").textContent;
  return { facet: item.closest("[data-facet]").dataset.facet, value, asks: asks.split(" "), words };
}

// The option of a filter, as a box instead of a link.
function tickable(item) {
  const option = read(item);
  const label = document.createElement("label");
  const input = document.createElement("input");
  const words = document.createElement("span");
  const number = item.querySelector(".filters__count");
  input.type = "checkbox";
  words.textContent = option.words;
  label.append(input, words, " ", number);
  item.replaceChildren(label);
  return { ...option, input, number };
}

// What would leave nothing can't be chosen.
function offer({ input, number }, count) {
  number.textContent = count;
  input.disabled = count === 0 && !input.checked;
}

function tally(facet) {
  const chosen = facet.querySelectorAll("input:checked").length;
  const summary = facet.querySelector("summary");
  summary.querySelector("span")?.remove();
  if (!chosen) return;
  const words = document.createElement("span");
  words.append(" ", say("({n} chosen)", { n: chosen }));
  summary.append(words);
}

// The rows of a group, nearest first; those as near stay in the order they came in.
function arrange(group, rows) {
  const own = rows.filter(({ element }) => group.contains(element));
  const shown = own.filter(({ far }) => far !== undefined);
  group.querySelector(".rows").append(...[...own].sort((a, b) => (a.far ?? 0) - (b.far ?? 0)).map(({ element }) => element));
  group.hidden = shown.length === 0;
  const number = group.querySelector(".list__count");
  if (number) number.textContent = shown.length;
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function list(element, chosen) {
  const buttons = chosen.map((option) =>
    button(option.words, address([option]), say("Don’t filter by {words}", { words: option.words })),
  );
  if (chosen.length > 1) buttons.push(button(say("Show all"), "", ""));
  element.replaceChildren(...buttons);
  element.hidden = chosen.length === 0;
}

function button(words, which, label) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = which ? "chosen__one" : "chosen__all";
  element.dataset.takeAway = which;
  element.textContent = words;
  if (label) element.setAttribute("aria-label", label);
  return element;
}
