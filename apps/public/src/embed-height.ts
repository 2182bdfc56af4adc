/** A page in a frame tells the page around how tall it is, so that nothing scrolls twice. */
export const tellHeight = (page: Document): void => {
  const embedded = page.querySelector<HTMLElement>("[data-embed]");
  if (embedded === null || window.parent === window) return;
  const slug = embedded.dataset["embed"];
  // Only a height is told, so that any page may hear it.
  const tell = () => window.parent.postMessage({ type: "changemaker:height", slug, height: Math.ceil(embedded.offsetHeight) + 8 }, "*");
  new ResizeObserver(tell).observe(embedded);
  tell();
};
