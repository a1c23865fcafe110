// Opens the groups of filters where there is room for them beside the list.

export function init(root) {
  if (!matchMedia("(min-width: 56em)").matches) return;
  for (const group of root.querySelectorAll("details")) group.open = true;
}
