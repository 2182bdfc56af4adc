/** What offices read: the last line of a letter, and the week's mail. */
export const officesEn = {
  footer: "For your office: how many people wrote, one answer to all of them, or one mail a week instead of many: {{url}}",
  letters_one: "{{count}} letter",
  letters_other: "{{count}} letters",
  letterOf: "Letter {{place}} of {{count}}, from {{name}}",
  letterOfPlace: "Letter {{place}} of {{count}}, from {{name}}, {{city}}",
  written: "Written {{at}}",
  answerTo: "Answer to: {{address}}",
};

export const officeErrorsEn = {
  linkUnknown: "This link is not one of ours. Please copy it whole from the letter.",
  comeIn: "Please come in by the link we mail to your office.",
  wayInOver: "This link was used already, or its day is over. Ask for another one.",
  questionUnknown: "This link is not one of ours, or what it asked about is gone.",
  questionOver: "This link worked for 30 days and is over. Write to the organisers instead.",
  answeredAlready: "Your office has given its answer already.",
  repliedAlready: "Your reply stands on the wall already.",
  nobodyToTell: "The organisers have left no address. Answer one of the letters instead.",
};
