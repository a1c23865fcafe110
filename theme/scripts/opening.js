// Open now, or when next, in words: the twin of directory/opening.py, which says what each step is for.

import { BANK_HOLIDAYS, clock, monthName, say, weekdayName } from "./locale.js";

const DAY = 24 * 60; // in minutes, as all times here
const AHEAD = 14; // days after today that are looked at
const WEEK = 7 * DAY;
const EARLY = 6 * 60; // until then a night still belongs to the evening before
const MINUTE_IN_MS = 60_000;
const DAY_IN_MS = DAY * MINUTE_IN_MS;

// The bank holidays of each nation, as days.
const HOLIDAYS = Object.fromEntries(
  Object.entries(BANK_HOLIDAYS).map(([nation, days]) => [
    nation,
    new Set(days.map((day) => Date.parse(day) / DAY_IN_MS)),
  ]),
);

const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

// What a code means at an instant, a Date, wherever the device is: { state: "open", "later" or "closed", words }.
export function opening(code, instant) {
  const hours = decoded(code);
  const { today, minute } = london(instant);
  if (!spansOn(today, hours)) return { state: "closed", words: say("Bank holiday today: hours not confirmed") };
  for (const [start, end] of stretches(today, hours)) {
    if (start > minute) return { state: "later", words: opens(today, start) };
    if (end >= minute + WEEK) return { state: "open", words: say("Open now, day and night") };
    if (end > minute) return { state: "open", words: openUntil(today, end) };
  }
  return { state: "closed", words: say("Closed at the moment") };
}

// The same, without the words: a span never goes on past midnight, so that only today's are looked at.
export function isOpen(code, instant) {
  const { today, minute } = london(instant);
  return (spansOn(today, decoded(code)) ?? []).some(([start, end]) => start <= minute && minute < end);
}

// Which row of a table of hours is that of the day: "0" for Monday to "6", or "holiday".
export function todaysRow(code, instant) {
  const { today } = london(instant);
  return isHoliday(today, decoded(code)) ? "holiday" : String(weekday(today));
}

// Does something at once and again on every minute, because that is when the words change.
export function everyMinute(refresh) {
  refresh();
  addEventListener("pageshow", refresh); // also a page that comes back as it was left
  document.addEventListener("visibilitychange", refresh);
  const wait = () => {
    setTimeout(() => {
      refresh();
      wait();
    }, MINUTE_IN_MS - (Date.now() % MINUTE_IN_MS));
  };
  wait();
}

// The time that "now" means, in London: "3.10am, Sunday".
export function timeOfDay(instant) {
  const { today, minute } = london(instant);
  return say("{time}, {day}", { time: clock(minute || DAY), day: named(today, 0) });
}

const read = new Map(); // codes that were read before: most records keep the hours of some other

function decoded(code) {
  if (!read.has(code)) {
    const [days, onHolidays, calendar] = code.split("|");
    read.set(code, { week: days.split(";").map(spans), onHolidays, holidays: HOLIDAYS[calendar] });
  }
  return read.get(code);
}

function spans(text) {
  return text ? text.split(",").map((span) => span.split("-").map(Number)) : [];
}

// A day is how many came before it since 1970.
let asked = { at: NaN };

function london(instant) {
  if (asked.at !== instant.getTime()) asked = { at: instant.getTime(), ...placeInLondon(instant) };
  return asked;
}

// Asked of the browser once for all records of a page, because it takes as long as all the rest.
function placeInLondon(instant) {
  const part = Object.fromEntries(LONDON.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const today = Date.UTC(part.year, part.month - 1, part.day) / DAY_IN_MS;
  return { today, minute: part.hour * 60 + part.minute };
}

function weekday(day) {
  return (day + 3) % 7; // 1 January 1970 was a Thursday
}

function isHoliday(day, { holidays }) {
  return holidays.has(day);
}

function spansOn(day, hours) {
  if (!isHoliday(day, hours) || hours.onHolidays === "=") return hours.week[weekday(day)];
  return hours.onHolidays === "?" ? null : spans(hours.onHolidays);
}

function stretches(today, hours) {
  const found = [];
  for (let ahead = 0; ahead <= AHEAD; ahead += 1) {
    for (const [start, end] of spansOn(today + ahead, hours) ?? []) {
      const last = found.at(-1);
      if (last?.[1] === ahead * DAY + start) last[1] = ahead * DAY + end;
      else found.push([ahead * DAY + start, ahead * DAY + end]);
    }
  }
  return found;
}

function placed(time) {
  return time % DAY ? [Math.floor(time / DAY), time % DAY] : [time / DAY - 1, DAY];
}

function openUntil(today, end) {
  const [ahead, minute] = placed(end);
  const time = clock(minute);
  const tonight = ahead === 0 || (ahead === 1 && minute < EARLY);
  if (tonight) return say("Open now, until {time}", { time });
  return say("Open now, until {day} at {time}", { day: named(today, ahead), time });
}

function opens(today, start) {
  const [ahead, minute] = placed(start);
  const time = clock(minute);
  if (ahead === 0) return say("Opens at {time}", { time });
  if (ahead === 1) return say("Opens tomorrow at {time}", { time });
  return say("Opens {day} at {time}", { day: named(today, ahead), time });
}

function named(today, ahead) {
  const name = weekdayName(weekday(today + ahead));
  if (ahead < 7) return name;
  const date = new Date((today + ahead) * DAY_IN_MS);
  return say("{weekday} {day} {month}", {
    weekday: name,
    day: date.getUTCDate(),
    month: monthName(date.getUTCMonth()),
  });
}
