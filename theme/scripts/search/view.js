// Results as elements. Everything that comes from data or from a person is put in as text, never as markup.

import { say } from "../locale.js";
import { pieces } from "./words.js";

export const GROUPS = {
  services: say("Services"),
  resources: say("Resources"),
  barriers: say("What puts people off"),
  places: say("Places"),
};

export const HELP = say("You can talk to someone now.");

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// The way from this page to an address from the site's root.
export function link(address) {
  return `${document.documentElement.dataset.root}${address}`;
}

// Whether a page is in English while this one is not: the language of a page is the folder that its address begins with.
function isForeign(address) {
  return !address.startsWith(document.documentElement.dataset.folder ?? "");
}

// The page of results for a text, with the text after a # so that it is not sent anywhere.
export function resultsPage(form, text) {
  return `${form.getAttribute("action")}${text ? `#q=${encodeURIComponent(text)}` : ""}`;
}

// What help to offer, as [label, address]: the crisis lines, their numbers never split, then the page with all of them.
export function helpLinks(engine) {
  const lines = engine.help.map(([label, uri]) => [label.replace(/(\d) (?=\d)/g, "$1\u00a0"), uri]);
  return [...lines, [say("More ways to get help now"), link(engine.ways["help-now/index.html"])]];
}

// The results by group, [group, results]: the group of the best result first.
export function grouped(results) {
  const groups = new Map();
  for (const result of results) groups.set(result.group, [...(groups.get(result.group) ?? []), result]);
  return [...groups];
}

export function marked(text, isHit) {
  return pieces(text, isHit).map(([piece, hit]) => (hit ? element("mark", {}, piece) : piece));
}

// The words for what a result is, and a colour that only repeats them; nothing where there is nothing to say.
export function status({ status: words, tone, address }) {
  const label = isForeign(address) ? [" ", element("span", { class: "in-english" }, say("(in English)"))] : [];
  if (!words) return label;
  const dot = element("span", { class: "status__dot", "aria-hidden": "true" });
  return [...label, " ", element("span", { class: `status status--${tone}` }, dot, words)];
}
