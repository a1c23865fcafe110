// Does something at once and again on every minute, because that is when words about now change.

const MINUTE = 60_000;

export function everyMinute(refresh) {
  refresh();
  addEventListener("pageshow", refresh); // also a page that comes back as it was left
  document.addEventListener("visibilitychange", refresh);
  wait(refresh);
}

function wait(refresh) {
  setTimeout(() => {
    refresh();
    wait(refresh);
  }, MINUTE - (Date.now() % MINUTE));
}
