export const turfFilterEn = {
  turfFilter: {
    title: "Which doors are handed out",
    lead: "Counts from the next hand-out on. Whoever walks the turf now keeps the doors they have.",
    residentialOnly: "Homes only",
    comeBack: "Asked to come back",
    wantsSign: "Wants a sign",
    support: "Support",
    notReachedSince: "Nobody reached since",
    language: "Somebody there speaks",
    anyLanguage: "Any language",
    count: "{{doors}} of {{all}} doors, in {{buildings}} buildings",
    clear: "All doors",
    save: "Save the filter",
    saved: "The filter is saved. It counts from the next hand-out on.",
  },
};
