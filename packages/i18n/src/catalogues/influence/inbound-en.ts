/** Mails that come in: bounces, automatic answers and replies. */
export const inboundEn = {
  noSubject: "(no subject)",
  unnamed: "a file without a name",
  kinds: {
    BOUNCE: "Returned",
    DELAY: "Delayed",
    AUTO_REPLY: "Automatic answer",
    REPLY: "Reply",
    UNSORTED: "Not sorted",
  },
};

export const inboundErrorsEn = {
  notFound: "There is no such mail.",
  originalGone: "This mail is no longer kept as it came in.",
  alreadySorted: "This mail was already sorted. Reload the page to see it.",
  letterMissing: "Choose the letter this mail is about.",
  letterInHand: "The letter is just being handed over. Try again in a minute.",
};
