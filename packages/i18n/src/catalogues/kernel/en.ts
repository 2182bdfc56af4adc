export const en = {
  errors: {
    internal: "Something went wrong on our side. Please try again; if it happens again, tell us this number: {{requestId}}.",
    offline: "The server cannot be reached. Check the connection and try again.",
    input: {
      invalid: "Some fields need another look.",
      malformed: "The request could not be read.",
      tooLarge: "That is too large to send.",
    },
    procedure: { notFound: "There is nothing at this address." },
    auth: {
      signInFirst: "Please sign in first.",
      notAllowed: "Your account may not do this. An administrator can change that.",
      workerToken: "This address is for media workers with a token.",
    },
    rateLimited: "That was too fast. Try again in {{seconds}} seconds.",
  },
  fields: {
    required: "Please fill this in.",
    tooShort: "Use at least {{minimum}} characters.",
    tooLong: "Use at most {{maximum}} characters.",
    tooSmall: "The smallest possible value is {{minimum}}.",
    tooBig: "The largest possible value is {{maximum}}.",
    wrongType: "This has the wrong form.",
    choice: "Choose one of the given values.",
    email: "Enter an e-mail address such as name@example.org.",
    postalCode: "Enter a Canadian postal code such as M5V 3L9.",
    singleLine: "Use one line without special control characters.",
    control: "Remove the special control characters.",
    invalid: "This value cannot be used.",
  },
};
