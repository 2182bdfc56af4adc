/** What offices did on their own page, for organisers. */
export const officesEn = {
  offices: {
    title: "Offices",
    none: "No office has got a letter with a link yet. Turn the link on under “How letters leave”.",
    letters: "Letters",
    outside: "From elsewhere",
    wishes: "On its page",
    contact: "Whom to ask",
    notYet: "Not opened yet",
    cameIn: "Came in",
    weekly_one: "One mail a week, {{count}} letter waits",
    weekly_other: "One mail a week, {{count}} letters wait",
    answers: {
      PENDING: "Answer to read",
      APPROVED: "Answered everybody",
      REJECTED: "Answer refused",
    },
  },
};
