// Leaving: the page is blank at once, and neither Back nor Forward shows it, or a page of ours from before it.
//
// A script can change only the entry of the tab's history that it stands on. So each entry notes which of its neighbours
// are pages of this site. Where someone comes back to it and one of these is gone, they had left from there. The notes
// lie in the history itself, as https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api has them.
//
// Browsers show a page only when this has run, so that nobody goes on from one that has noted nothing, and nobody sees
// one that they had left. They wait for no module; so this is none, and what it has to know comes with its tag.

{
  const PRESSES = 3;
  const WITHIN = 2000; // milliseconds
  const { elsewhere, title } = document.currentScript.dataset;

  const leave = () => {
    if (document.readyState === "loading") stop(); // else what still arrives would be shown
    document.body?.replaceChildren();
    document.title = title;
    history.replaceState(null, ""); // the answers of Find support
    location.replace(elsewhere);
  };

  // Shift alone, pressed three times. With another key it is a capital letter or a shortcut, and with the mouse a choice.
  const onShift = () => {
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
  };

  const onReturn = () => {
    const neighbours = () => {
      const { index } = navigation.currentEntry;
      return { before: index > 0, after: index < navigation.entries().length - 1 };
    };
    const note = (after) => {
      navigation.updateCurrentEntry({ state: { before: neighbours().before, after } });
    };
    // Browsers keep pages whole for Back, and show them at once: so they are kept unseen.
    const show = (visibility) => {
      document.documentElement.style.visibility = visibility;
    };
    const arrive = () => {
      const noted = navigation.currentEntry.getState();
      const { before, after } = neighbours();
      if ((noted?.before && !before) || (noted?.after && !after)) leave();
      // What comes after is noted when one goes there: an address that is typed into the browser tells nobody.
      else note(false);
    };
    arrive();
    addEventListener("pagehide", () => show("hidden"));
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      arrive();
      show("");
    });
    // The type is null where only a note has changed.
    navigation.addEventListener("currententrychange", ({ navigationType }) => navigationType && note(false));
    navigation.addEventListener("navigate", ({ navigationType, destination }) => {
      note(navigationType === "push" ? new URL(destination.url).origin === location.origin : neighbours().after);
    });
  };

  onShift();
  if (globalThis.navigation?.currentEntry) onReturn();
  addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-leave]")) return;
    event.preventDefault();
    leave();
  });
  addEventListener("DOMContentLoaded", () => {
    document.querySelector("[data-leave-keys]").hidden = false;
  });
}
