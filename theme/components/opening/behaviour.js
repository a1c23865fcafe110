// Says whether a service is open now, and which row of its hours is today's; kept true while the page stands open.

import { say } from "../../scripts/locale.js";
import { everyMinute, opening, todaysRow } from "../../scripts/opening.js";

const TONES = { open: "ok", later: "warn", closed: "gone" };

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
  fill(badge, opening(code, now));
  const rows = badge.closest(".hours")?.querySelectorAll("[data-days]") ?? [];
  for (const row of rows) highlight(row, row.dataset.days.includes(todaysRow(code, now)));
}

function fill(badge, { state, words }) {
  if (badge.textContent === words) return;
  const dot = document.createElement("span");
  dot.className = "status__dot";
  dot.setAttribute("aria-hidden", "true");
  badge.className = `status status--${TONES[state]} opening`;
  badge.replaceChildren(dot, words);
  badge.hidden = false;
}

function highlight(row, isToday) {
  if (row.hasAttribute("aria-current") === isToday) return;
  if (isToday) {
    const words = document.createElement("span");
    words.className = "visually-hidden";
    words.append(" ", say("(today)"));
    row.setAttribute("aria-current", "date");
    row.cells[0].append(words);
  } else {
    row.removeAttribute("aria-current");
    row.querySelector(".visually-hidden").remove();
  }
}
