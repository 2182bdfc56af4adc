/** What a supporter is told on the way from the form to paper, the telephone and the receipt. */
export const paperEn = {
  paper: {
    noStamp: "No stamp needed",
    footer: "Written with the help of {{organization}}",
  },
};

export const supporterErrorsEn = {
  letter: {
    methodOff: "This campaign does not offer this way of sending. Choose another one.",
    nameNeeded: "Please give your name and your e-mail address.",
  },
  call: {
    off: "This campaign does not offer calls.",
    numberUnknown: "This number is not on the campaign’s list any more. Please reload the page.",
    officeNotFound: "There are no such office hours.",
  },
};
