// Before the first paint, so that a dark screen never flashes white. A file of its own, because the policy allows no inline script.
(function () {
  var kept = null;
  try {
    kept = window.localStorage.getItem("mantine-color-scheme-value");
  } catch {
    // No storage: the system decides.
  }
  var dark = kept === "dark" || (kept !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
