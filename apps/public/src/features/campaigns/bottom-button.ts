/** On the phone the bottom button leads to the panel; while the panel is in view it would only cover it. */
export const watchBottomButton = (page: Document): void => {
  const panel = page.getElementById("act");
  if (panel === null || page.querySelector("[data-bottom-button]") === null) return;
  const watcher = new IntersectionObserver(([entry]) => page.body.classList.toggle("panel-in-view", entry?.isIntersecting ?? false), {
    rootMargin: "0px 0px -30% 0px",
  });
  watcher.observe(panel);
};
