// “Find support”: one question at a time, then the results. Answers live in this page and in the state of its own entries
// in the history, so that Back and Forward keep them. Nothing is sent, stored, or put into the address.

import { init as showOpening } from "../opening/behaviour.js";
import { arePossible, decode, encode } from "../../scripts/wizard/code.js";
import { resultsPage } from "../../scripts/wizard/results.js";
import { read } from "../../scripts/wizard/table.js";

const REHEARSALS = 5;

// `root` holds the templates of the questions and the results, and the table. Safe to call twice.
export function init(root) {
  const data = root.querySelector("[data-wizard-table]");
  if (!data) throw new Error("wizard: there is no table in the page");
  if (root.dataset.wizard === "ready") return;
  root.dataset.wizard = "ready";

  const table = read(data.textContent);
  const questions = [...root.querySelectorAll("template[data-question]")];
  const templates = Object.fromEntries(
    ["results", "card", "brief", "row"].map((name) => [name, root.querySelector(`template[data-${name}]`)]),
  );
  templates.inEnglish = root.dataset.inEnglish;
  const home = document.documentElement.dataset.root;
  const stage = root.querySelector("[data-stage]");
  const status = root.querySelector("[data-status]");
  const faults = root.querySelectorAll("[data-fault]");
  const last = questions.length;
  const FRESH = { step: 0, answers: [] };
  let state = FRESH;

  // Draws the state. `focus` is false only when the page has just been opened.
  function draw(focus = true) {
    const page = state.step < last ? question(state.step) : results();
    const rest = focus ? page.querySelector("[data-rest]") : null;
    if (rest) later(rest);
    stage.replaceChildren(page);
    sayWhatIsOpen(stage);
    root.querySelector("[data-wizard-fallback]")?.remove();
    stage.hidden = false;
    status.textContent = "";
    if (!focus) return;
    scrollTo(0, 0);
    stage.querySelector("h1").focus();
  }

  // What stands below the best matches is laid out once these are seen: they have to be there at once.
  function later(rest) {
    const parts = [...rest.childNodes];
    rest.replaceChildren();
    requestAnimationFrame(() =>
      setTimeout(() => {
        rest.append(...parts);
        sayWhatIsOpen(rest);
      }),
    );
  }

  function sayWhatIsOpen(part) {
    for (const place of part.querySelectorAll("[data-opening]")) showOpening(place);
  }

  function go(step, answers = state.answers) {
    state = { step, answers };
    history.pushState(state, "");
    for (const fault of faults) fault.hidden = true;
    draw();
  }

  function question(index) {
    const page = questions[index].content.cloneNode(true);
    const form = page.querySelector("form");
    fillIn(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(index + 1, answersWith(index, form));
    });
    form.querySelector("[data-skip]").addEventListener("click", () => go(index + 1, without(index)));
    form.querySelector("[data-finish]")?.addEventListener("click", () => go(last, answersWith(index, form)));
    form.querySelector("[data-back]")?.addEventListener("click", () => history.back());
    return page;
  }

  function results() {
    const page = resultsPage(table, templates, home, state.answers, new Date());
    const list = page.querySelector("[data-slot=answers]");
    list.append(...questions.map((template, index) => answer(template, index)));
    page.querySelector("[data-change]").addEventListener("click", () => {
      const heading = stage.querySelector("#your-answers");
      heading.scrollIntoView();
      heading.focus();
    });
    page.querySelector("[data-print]").addEventListener("click", () => print());
    page.querySelector("[data-again]").addEventListener("click", () => go(0, []));
    share(page.querySelector("[data-share]"));
    return page;
  }

  // One answered question on the page of results, which can be changed where it stands.
  function answer(template, index) {
    const item = root.querySelector("template[data-answer]").content.cloneNode(true);
    const form = item.querySelector("form");
    const label = template.content.querySelector("h1").textContent;
    const said = state.answers.filter((i) => table.choices[i].question === index).map((i) => table.choices[i].label);
    item.querySelector("[data-label]").textContent = label;
    if (said.length) item.querySelector("[data-chosen]").textContent = said.join(" · ");
    const unfold = () => {
      const fieldset = template.content.querySelector("fieldset").cloneNode(true);
      fieldset.querySelector("h1").replaceWith(label);
      fieldset.querySelector("legend").className = "visually-hidden";
      form.prepend(fieldset);
      fillIn(form);
    };
    item.querySelector("details").addEventListener("toggle", unfold, { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(last, answersWith(index, form));
      const count = stage.querySelectorAll("[data-slot=best] > li").length;
      status.textContent = status.dataset.status.replace("{count}", count);
    });
    return item;
  }

  // Ticks what was answered, and shows the boards of the region that is chosen.
  function fillIn(form) {
    for (const input of form.querySelectorAll("input")) {
      const choice = Number(input.value);
      const boards = state.answers.filter((i) => table.choices[i].within === choice);
      input.checked = state.answers.includes(choice) || boards.length > 0;
    }
    const fold = form.querySelector("details");
    if (fold) fold.open = fold.querySelector(":checked") !== null;
    const showBoards = () => {
      for (const boards of form.querySelectorAll("[data-within]")) {
        boards.hidden = !form.querySelector(`input[value="${boards.dataset.within}"]`).checked;
      }
    };
    form.addEventListener("change", showBoards);
    showBoards();
  }

  function without(index) {
    return state.answers.filter((i) => table.choices[i].question !== index);
  }

  // All answers, with those of one question as its form has them. A board stands for its region.
  function answersWith(index, form) {
    const chosen = [...form.querySelectorAll("input:checked")]
      .filter((input) => !input.closest("[hidden]"))
      .map((input) => Number(input.value));
    const regions = new Set(chosen.map((i) => table.choices[i].within));
    return [...without(index), ...chosen.filter((i) => !regions.has(i))].sort((a, b) => a - b);
  }

  function share(part) {
    const field = part.querySelector("input");
    const copied = part.querySelector("[data-copied]");
    part.addEventListener("toggle", () => {
      field.value = `${location.href.split("#")[0]}${encode(table, state.answers)}`;
    });
    field.addEventListener("focus", () => field.select());
    part.querySelector("[data-copy]").addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        copied.hidden = false;
      } catch {
        field.focus(); // where a page may not write to the clipboard: chosen, to be copied by hand
      }
    });
  }

  // What the page begins with: the answers of a link; those it had where someone comes back to it; else none.
  function begin() {
    const linked = decode(table, location.hash);
    if (linked?.answers) return { step: last, answers: linked.answers };
    if (linked) root.querySelector(`[data-fault=${linked.fault}]`).hidden = false;
    const [arrival] = performance.getEntriesByType("navigation");
    return !linked && arrival?.type === "back_forward" && isState(history.state) ? history.state : FRESH;
  }

  function isState(kept) {
    const whole = Number.isInteger(kept?.step) && kept.step >= 0 && kept.step <= last;
    return whole && Array.isArray(kept.answers) && arePossible(table, kept.answers);
  }

  // Where Back or Forward led. A question has all that was answered since, also in the questions after it.
  function cameTo(entry) {
    if (!isState(entry)) return FRESH;
    return entry.step < last ? { step: entry.step, answers: state.answers } : entry;
  }

  addEventListener("popstate", () => {
    if (location.hash.startsWith("#answers")) return;
    // An entry without a state is a place within the page, such as “Skip to content” leads to.
    const isMove = history.state !== null;
    if (isMove) state = cameTo(history.state);
    history.replaceState(state, "");
    if (isMove) draw();
  });
  addEventListener("hashchange", () => {
    if (!decode(table, location.hash)) return;
    for (const fault of faults) fault.hidden = true;
    state = begin();
    history.replaceState(state, "", location.pathname + location.search);
    draw();
  });

  state = begin();
  // The code of a link does not stay in the address.
  history.replaceState(state, "", location.hash.startsWith("#answers") ? location.pathname + location.search : undefined);
  draw(false);
  // A few times while nobody waits for it, because a browser takes longest at first.
  const rehearse = (times) => {
    resultsPage(table, templates, home, [], new Date());
    if (times > 1) idle(() => rehearse(times - 1));
  };
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  idle(() => rehearse(REHEARSALS));
}
