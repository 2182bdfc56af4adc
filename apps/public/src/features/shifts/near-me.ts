/** Offers distances from where the browser is: asked for by a button, reckoned on this device, told to nobody. */
export const offerNearness = (page: Document): void => {
  const button = page.querySelector<HTMLButtonElement>("[data-near-me]");
  const complaint = page.querySelector<HTMLElement>("[data-near-me-failed]");
  if (button === null || complaint === null || !("geolocation" in navigator)) return;
  const ended = (hasFailed: boolean) => {
    button.disabled = false;
    complaint.hidden = !hasFailed;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        // What reckons is loaded by those who press it.
        void import("./sort-from").then(
          ({ sortFrom }) => {
            sortFrom(page, coords);
            ended(false);
          },
          () => ended(true),
        ),
      () => ended(true),
      { timeout: 15_000, maximumAge: 300_000 },
    );
  });
};
