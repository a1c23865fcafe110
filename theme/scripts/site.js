// Loaded on every page but Help now. Each part of a page asks for its own module; only leaving has to be there at once,
// so it stands here.
//
// Leaving: the page is blank at once, and neither Back nor Forward shows it, or a page of ours from before it.
//
// A script can change only the entry of the tab's history that it stands on. So each entry notes which of its neighbours
// are pages of this site. Where someone comes back to it and one of these is gone, they had left from there. The notes
// lie in the history itself, as https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api has them.

import { say } from "./locale.js";

const PRESSES = 3;
const WITHIN = 2000; // milliseconds

initLeave(document.querySelector("[data-leave]"));

for (const filters of document.querySelectorAll("[data-filters]")) {
  const { init } = await import("../components/filters/behaviour.js");
  init(filters, document.querySelector(".list__found"));
}

for (const badge of document.querySelectorAll("[data-opening]")) {
  const { init } = await import("../components/opening/behaviour.js");
  init(badge);
}

for (const doorway of document.querySelectorAll("[data-open-now]")) {
  const { init } = await import("../components/open-now/behaviour.js");
  init(doorway);
}

for (const wizard of document.querySelectorAll("[data-wizard]")) {
  const { init } = await import("../components/wizard/behaviour.js");
  init(wizard);
}

for (const form of document.querySelectorAll("[data-search]")) {
  const { init, initPage } = await import("../components/search/behaviour.js");
  init(form);
  for (const results of document.querySelectorAll("[data-search-page]")) initPage(results);
}

// `link` leads to where one goes. It does so without this too.
function initLeave(link) {
  const leave = () => {
    document.body.replaceChildren();
    document.title = say("Weather");
    history.replaceState(null, ""); // the answers of Find support
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  onShift(leave);
  link.querySelector("[data-leave-keys]").hidden = false;
  if (globalThis.navigation?.currentEntry) onReturn(leave);
}

// Shift alone, pressed three times. With another key it is a capital letter or a shortcut, and with the mouse a choice.
function onShift(leave) {
  let since = []; // when each of the last presses began
  const startAfresh = () => {
    since = [];
  };
  const options = { capture: true };
  addEventListener("pointerdown", startAfresh, options);
  addEventListener(
    "keydown",
    ({ key, repeat, ctrlKey, altKey, metaKey, timeStamp }) => {
      if (key === "Shift" && !(repeat || ctrlKey || altKey || metaKey)) since = [...since, timeStamp].slice(-PRESSES);
      else startAfresh();
    },
    options,
  );
  addEventListener(
    "keyup",
    ({ key, timeStamp }) => {
      if (key === "Shift" && since.length === PRESSES && timeStamp - since[0] <= WITHIN) leave();
    },
    options,
  );
}

function onReturn(leave) {
  const neighbours = () => {
    const { index } = navigation.currentEntry;
    return { before: index > 0, after: index < navigation.entries().length - 1 };
  };
  const note = (after) => {
    navigation.updateCurrentEntry({ state: { before: neighbours().before, after } });
  };
  const arrive = () => {
    const noted = navigation.currentEntry.getState();
    const { before, after } = neighbours();
    if ((noted?.before && !before) || (noted?.after && !after)) leave();
    // What comes after is noted when one goes there: an address that is typed into the browser tells nobody.
    else note(false);
  };
  arrive();
  addEventListener("pageshow", ({ persisted }) => persisted && arrive());
  // The type is null where only a note has changed.
  navigation.addEventListener("currententrychange", ({ navigationType }) => navigationType && note(false));
  navigation.addEventListener("navigate", ({ navigationType, destination }) => {
    note(navigationType === "push" ? new URL(destination.url).origin === location.origin : neighbours().after);
  });
}
