// Loaded on every page but Help now: each part of a page asks for its own module. Leaving has a script of its own.

for (const filters of document.querySelectorAll("[data-filters]")) {
  const found = document.querySelector(".list__found"); // before the wait, in which someone may leave
  const { init } = await import("../components/filters/behaviour.js");
  init(filters, found);
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
