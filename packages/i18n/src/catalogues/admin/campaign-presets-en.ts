/** Texts a new campaign may start from; square brackets are for its author to fill. */
export const campaignPresetsEn = {
  campaignPresets: {
    myMp: {
      title: "Tell your MP: [what you ask for]",
      description:
        "[What is happening, in one sentence.]\n\n[Whom it touches, with one number or one story.]\n\n[What your MP can do about it, and when.]",
      callToAction: "Ask your member of Parliament to [the one thing you ask].",
      emailSubject: "{{DISTRICT}}: please [the one thing you ask]",
      emailBody:
        "{{SALUTATION}}\n\nI live in {{SENDER_CITY}} and I am one of your constituents. I am writing to ask you to [the one thing you ask].\n\n[Why it matters, in two or three sentences.]\n\nPlease tell me how you will act on this.\n\nThank you.",
      personalPrompt: "How does this touch you or people you know?",
    },
    council: {
      title: "Council votes on [the matter]",
      description:
        "[What council decides, and on which day.]\n\n[What changes for people if it passes, and if it does not.]\n\n[Which letters count: those that arrive before the deadline.]",
      callToAction: "Write to the whole council before the vote.",
      emailSubject: "Please vote for [the matter]",
      emailBody:
        "{{SALUTATION}}\n\nI live in {{SENDER_CITY}}. Before council votes, I want to tell you why I ask you to vote for [the matter].\n\n[Two or three reasons, in plain words.]\n\nThank you for taking the time to read this.",
      personalPrompt: "What would this change on your own street?",
      agendaItem: "Item [number]: [its title]",
    },
    phoneDay: {
      title: "Call day: [what you ask for]",
      description:
        "[What is happening, in one sentence.]\n\nA call takes two minutes. Offices count them, and many calls on one day are heard.\n\n[What we ask for, in one sentence.]",
      callToAction: "Call your representative today. We show you the number and what to say.",
      emailSubject: "Please [the one thing you ask]",
      emailBody:
        "{{SALUTATION}}\n\nI live in {{SENDER_CITY}} and would have liked to tell you this on the telephone: please [the one thing you ask].\n\n[Why it matters, in two or three sentences.]\n\nThank you.",
      callScript:
        "Hello, my name is {{SENDER_NAME}} and I live in {{SENDER_CITY}}. I am calling to ask {{REPRESENTATIVE_NAME}} to [the one thing you ask]. [One reason.] Could you pass that on, please? Thank you.",
    },
  },
};
