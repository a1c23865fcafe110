// Makes "Open day and night" into "Open now": adds who can be reached at this minute, and says which minute it means.

import { say } from "../../scripts/locale.js";
import { everyMinute, isOpen, timeOfDay } from "../../scripts/opening.js";

const MOST = 7;

export function init(section) {
  const lines = [...section.querySelectorAll("[data-hours]")];
  section.querySelector("[data-open-now-title]").textContent = say("Open now");
  const time = section.querySelector("[data-open-now-time]");
  time.hidden = false;
  everyMinute(() => {
    const now = new Date();
    const open = lines.filter(({ dataset }) => isOpen(dataset.hours, now)).slice(0, MOST);
    for (const line of lines) line.hidden = !open.includes(line);
    time.textContent = timeOfDay(now);
  });
}
