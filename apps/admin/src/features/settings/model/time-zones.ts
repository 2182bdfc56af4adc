/** Canada's zones first; the rest of the world follows. */
export const timeZones = (): string[] => {
  const canadian = [
    "St_Johns",
    "Halifax",
    "Moncton",
    "Toronto",
    "Winnipeg",
    "Regina",
    "Edmonton",
    "Vancouver",
    "Whitehorse",
    "Yellowknife",
    "Iqaluit",
  ];
  const first = canadian.map((name) => `America/${name}`);
  return [...first, ...Intl.supportedValuesOf("timeZone").filter((zone) => !first.includes(zone))];
};
