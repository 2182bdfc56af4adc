/** The question what became of a letter, and the mail with the result. */
export const followUpErrorsEn = {
  linkExpired: "This link has expired; the question is no longer open.",
  day: "Choose a day between the one on which your letter left and today.",
  noRecord: "No letter to this person has been handed over yet.",
  resultMailed: "The result has been mailed already.",
  obstacles: {
    NOT_ENDED: "The campaign has not ended yet.",
    NO_OUTCOME: "Write down first what was decided.",
    NOBODY: "Nobody waits for the result.",
  },
};

export const replyFactsEn = {
  representative: "Name",
  title: "Office",
  level: "Level",
  party: "Party",
  position: "Position",
  handedOver: "Letters handed over",
  returned: "Came back",
  replies: "With a reply",
  share: "Share with a reply",
  acknowledged: "Only acknowledged",
  notSatisfied: "Reply not to the point",
  nothing: "Writer says nothing came",
  medianDays: "Median days to the reply",
  campaign: "Campaign",
  countedAt: "Counted (UTC)",
  positions: { FOR: "In favour", LEANING: "Leaning", AGAINST: "Against", UNKNOWN: "Not known" },
};

export const resultEn = { sampleName: "Marie Tremblay" };
