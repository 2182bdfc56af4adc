export const en = {
  errors: {
    template: {
      notFound: "There is no such template.",
      syntax: "The template cannot be read: {{detail}}",
      unknownVariable: "The template uses {{detail}}, which it does not have.",
      missingVariable: "The template needs a value for {{detail}}.",
      notAllowed: "The template may not use {{detail}}.",
    },
    mail: { notFound: "There is no such mail in the mailbox.", serverSaid: "The mail server answered: {{response}}" },
    page: { notFound: "There is no such page." },
  },
};
