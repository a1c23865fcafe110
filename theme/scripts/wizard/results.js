// The page of results, filled into its template. Everything that comes from data is put in as text, never as markup.

import { isOpen } from "../opening.js";
import { evaluate, reasons } from "./evaluate.js";

const NOT_KNOWN = "?"; // hours of a service that can be reached and nobody knows when

// The entries that are open at a moment: the only thing about a result that changes with the time.
export function openAt(table, instant) {
  const isKnown = (hours) => hours && hours !== NOT_KNOWN;
  return new Set(table.records.flatMap(({ hours }, i) => (isKnown(hours) && isOpen(hours, instant) ? [i] : [])));
}

// The results as elements, from the templates of the page. `root` is the way to the root of the site.
export function resultsPage(table, templates, root, answers, instant) {
  const openNow = openAt(table, instant);
  const found = evaluate(table, answers, openNow);
  const { inEnglish } = templates;
  const page = templates.results.content.cloneNode(true);
  const slot = (name) => page.querySelector(`[data-slot=${name}]`);

  const chosen = [...answers].sort((a, b) => a - b);
  const said = chosen.map((i) => table.choices[i].said);
  slot("said").textContent = said.join(" ");
  for (const part of page.querySelectorAll("[data-if-said]")) part.hidden = !said.length;
  for (const part of page.querySelectorAll("[data-if-silent]")) part.hidden = said.length > 0;

  slot("best").append(...found.best.map((i) => card(i, templates.card)));
  slot("everyone").append(...found.everyone.map((i) => card(i, templates.brief)));
  slot("alone").append(...found.alone.map((i) => card(i, templates.brief)));
  for (const part of ["best", "everyone", "alone"]) slot(part).closest("section").hidden = !found[part].length;
  slot("gaps").append(...found.gaps.map((i) => gap(table.choices[i].said)));
  slot("gaps").closest("[data-part]").hidden = !found.gaps.length;

  const sunk = new Set(table.sunk);
  fold("more", found.more.filter((i) => !sunk.has(i)), (list) => rows(list, (i) => whyBehind(i)));
  fold("unconfirmed", found.more.filter((i) => sunk.has(i)), (list) => rows(list, () => ""));
  fold("out", found.out, (list) => byReason(list));
  if (found.everything) slot("more").open = true;
  if (!found.best.length) slot("unconfirmed").open = true;
  return page;

  function card(i, template) {
    const record = table.records[i];
    const made = template.content.cloneNode(true);
    const part = (name) => made.querySelector(`[data-card=${name}]`);
    part("name").append(link(record));
    setStatus(part("status"), record);
    if (record.summary) part("summary").append(record.summary);
    else part("summary").remove();
    if (record.who) part("who").append(record.who);
    else part("who").remove();
    if (record.hours && record.hours !== NOT_KNOWN) part("opening").dataset.opening = record.hours;
    else part("opening").remove();
    if (record.hours !== NOT_KNOWN) part("hours-unknown").remove();
    part("why").append(...reasons(table, answers, i, openNow).map(reason));
    if (record.action) {
      [part("action").href, part("action").textContent] = record.action;
    } else part("action").parentElement.remove();
    return made;
  }

  function reason([fact, choices]) {
    const item = document.createElement("li");
    item.append(table.facts[fact][0]);
    for (const i of new Set(choices)) item.append(" ", soft(table.choices[i].said));
    return item;
  }

  function link(record) {
    const made = document.createElement("a");
    const name = document.createElement("bdi");
    [name.lang, name.dir, name.textContent] = ["en", "ltr", record.name]; // names are the same in every language
    made.href = root + record.address;
    made.append(name);
    if (record.english) {
      made.hreflang = "en";
      made.append(" ", soft(inEnglish));
    }
    return made;
  }

  function rows(list, why) {
    return list.map((i) => {
      const made = templates.row.content.cloneNode(true);
      made.querySelector("[data-row=name]").append(link(table.records[i]));
      setStatus(made.querySelector("[data-row=status]"), table.records[i]);
      const because = made.querySelector("[data-row=why]");
      because.textContent = why(i);
      because.hidden = !because.textContent;
      return made;
    });
  }

  function whyBehind(i) {
    return table.whys.filter((_, bit) => found.behind[i] & (1 << bit)).join(" ");
  }

  function byReason(list) {
    const groups = new Map();
    for (const [i, fact] of list) {
      const [why] = table.facts[fact];
      groups.set(why, [...(groups.get(why) ?? []), i]);
    }
    return [...groups].flatMap(([why, entries]) => {
      const heading = document.createElement("h3");
      heading.textContent = why;
      const names = document.createElement("ul");
      names.append(
        ...entries.map((i) => {
          const item = document.createElement("li");
          item.append(link(table.records[i]));
          return item;
        }),
      );
      return [heading, names];
    });
  }

  // A part that is folded away: counted at once, but made only when someone opens it.
  function fold(name, list, make) {
    const details = slot(name);
    details.hidden = !list.length;
    details.querySelector("[data-count]").textContent = list.length;
    details.addEventListener("toggle", () => details.querySelector("[data-list]").append(...make(list)), { once: true });
  }

  function gap(words) {
    const item = document.createElement("li");
    item.append(words);
    return item;
  }
}

function soft(words) {
  const made = document.createElement("span");
  made.className = "soft";
  made.textContent = words;
  return made;
}

function setStatus(badge, { status, tone }) {
  if (!status) return badge.remove(); // a guide that is current needs no saying so
  badge.classList.add(`status--${tone}`);
  badge.append(status);
}
