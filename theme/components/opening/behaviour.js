// Says whether a service is open now, and which row of its hours is today's; kept true while the page stands open.

import { everyMinute, opening, todaysRow } from "../../scripts/opening.js";

const badges = new Set();
let watching = false;

// `badge` is the element that carries the code of the hours.
export function init(badge) {
  badges.add(badge);
  if (watching) {
    show(badge, new Date());
  } else {
    watching = true;
    everyMinute(refresh);
  }
}

function refresh() {
  const now = new Date();
  for (const badge of badges) {
    if (badge.isConnected) show(badge, now);
    else badges.delete(badge);
  }
}

function show(badge, now) {
  const code = badge.dataset.opening;
  say(badge, opening(code, now));
  const rows = badge.closest(".hours")?.querySelectorAll("[data-days]") ?? [];
  for (const row of rows) mark(row, row.dataset.days.includes(todaysRow(code, now)));
}

function say(badge, { open, words }) {
  if (badge.textContent === words) return;
  const tone = open ? "ok" : words.startsWith("Opens") ? "warn" : "gone";
  const dot = document.createElement("span");
  dot.className = "status__dot";
  dot.setAttribute("aria-hidden", "true");
  badge.className = `status status--${tone} opening`;
  badge.replaceChildren(dot, words);
  badge.hidden = false;
}

function mark(row, isToday) {
  if (row.hasAttribute("aria-current") === isToday) return;
  if (isToday) {
    const words = document.createElement("span");
    words.className = "visually-hidden";
    words.textContent = " (today)";
    row.setAttribute("aria-current", "date");
    row.cells[0].append(words);
  } else {
    row.removeAttribute("aria-current");
    row.querySelector(".visually-hidden").remove();
  }
}
