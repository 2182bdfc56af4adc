/** What may go wrong with whom a campaign writes to. */
export const targetErrorsEn = {
  target: {
    notFound: "This person is no longer known to the campaign. Reload the page.",
    thankNeedsVersion: "Nobody can be thanked yet: write a version of the letter that says thank you first.",
  },
  recipient: {
    notFound: "This person is no longer on the list.",
    twice: "Somebody with this e-mail address is on the list already.",
    tooMany: "A list of named people holds at most {{most}}.",
  },
  version: {
    notFound: "There is no such version.",
    lettersWait: "Letters made from this version still wait to leave. Remove it once they have left.",
    thanksNeeded: "Somebody is being thanked with this version, and there is no other one that thanks.",
  },
  handIn: {
    nothing: "There is no letter to hand in.",
    notFound: "These letters were not handed in, or not for this campaign.",
  },
  sample: {
    onlySamples: "Before a campaign is public, only its sample supporters can be looked up.",
    onlyTheirStreet: "In a preview only the invented supporter’s own street is looked up: {{street}}.",
    noAddress: "Your account has no e-mail address to send the test to.",
    nobody: "None of the five sample supporters would write to anybody yet. Check who gets the letters.",
    refused: "The mail server did not take the test: {{words}}",
  },
};

/** What stands on letters that are handed in, and on samples. */
export const targetsEn = {
  handIn: {
    title_one: "{{count}} letter",
    title_other: "{{count}} letters",
    agendaItem: "Agenda item",
    letters: "Letters",
    decision: "Decision",
    deadline: "Deadline",
    handedIn: "Put together",
    by: "Handed in by",
    note: "Each letter was sent in by the person who signed it. They are sorted by recipient.",
    notePublic:
      "Each letter was sent in by the person who signed it, who knew that it becomes part of the public record. They are sorted by recipient.",
    footer: "Letter {{number}} of {{letters}} · {{title}}",
  },
  samples: { personal: "I walk here with my daughter every morning." },
};
