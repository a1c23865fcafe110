// How the page's language says texts, days and times. Each language has a copy of the scripts, and directory/opening.py
// puts the data in front of this one, as `const BANK_HOLIDAYS` and `const WORDS`:
//
//   {tag: "pl", messages: {English: translation}, plurals: {English of one: {category of CLDR: translation}},
//    days: [from Monday], months: [from January], time: "H:mm", a pattern of CLDR, or "" for the house's own,
//    dayPeriods: [am, pm] where the pattern has an "a"}

export { BANK_HOLIDAYS };

// A browser that lacks the language answers for another. What it then says and WORDS lacks counts as "other".
const PLURALS = new Intl.PluralRules(WORDS.tag);

// A message with its {placeholders} filled in. It is text, never markup. What is not translated stays in English.
export function say(message, values = {}) {
  return filled(WORDS.messages[message] ?? message, values);
}

// The same of a number, as {n}: `one` where there is one, else `many`.
export function count(one, many, n, values = {}) {
  const forms = WORDS.plurals[one];
  const english = n === 1 ? one : many;
  return filled(forms ? (forms[PLURALS.select(n)] ?? forms.other) : english, { n, ...values });
}

// The name of a day, 0 being Monday.
export function weekdayName(day) {
  return WORDS.days[day];
}

// The name of a month, 0 being January.
export function monthName(month) {
  return WORDS.months[month];
}

// A time in minutes after midnight, by the language's pattern, such as "HH:mm" or "h:mm a"; without one, as the house
// writes it in English: 8am, 12 noon, 7.30pm, midnight.
export function clock(minutes) {
  return WORDS.time ? timeBy(WORDS.time, minutes) : houseTime(minutes);
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function timeBy(pattern, minutes) {
  const hour = Math.floor(minutes / 60) % 24;
  const fields = {
    H: () => hour,
    h: () => onTwelve(hour),
    m: () => minutes % 60,
    a: () => WORDS.dayPeriods[hour < 12 ? 0 : 1],
  };
  return pattern.replace(/H+|h+|m+|a/g, (field) => String(fields[field[0]]()).padStart(field.length, "0"));
}

function houseTime(minutes) {
  if (minutes === 24 * 60) return "midnight";
  if (minutes === 12 * 60) return "12 noon";
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60 ? `.${String(minutes % 60).padStart(2, "0")}` : "";
  return `${onTwelve(hour)}${minute}${hour < 12 ? "am" : "pm"}`;
}

function onTwelve(hour) {
  return ((hour + 11) % 12) + 1;
}
