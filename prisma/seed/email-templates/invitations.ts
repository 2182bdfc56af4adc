import { button, link, mail, paragraph, smallPrint } from "./mail-parts";
import type { TemplateSeed } from "./template-seed";

export const accountInvitation: TemplateSeed = {
  key: "account-invitation",
  en: {
    name: "You have an account",
    description: "Tells somebody that an account was made for them, and lets them choose a password.",
    subjectLine: "Your account at {{ORGANIZATION_NAME}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("{{INVITED_BY}} made an account for you at {{ORGANIZATION_NAME}}. Choose a password and you are in."),
      button("Choose my password", "{{RESET_URL}}"),
      smallPrint("The link works once, until {{EXPIRES_AT}}. If you did not expect this, ask {{INVITED_BY}} or ignore this message."),
    ),
  },
  fr: {
    name: "Vous avez un compte",
    description: "Annonce à quelqu'un qu'un compte lui a été ouvert et lui laisse choisir un mot de passe.",
    subjectLine: "Votre compte chez {{ORGANIZATION_NAME}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("{{INVITED_BY}} vous a ouvert un compte chez {{ORGANIZATION_NAME}}. Choisissez un mot de passe et vous voilà de l'équipe."),
      button("Choisir mon mot de passe", "{{RESET_URL}}"),
      smallPrint(
        "Le lien sert une seule fois, jusqu'au {{EXPIRES_AT}}. Vous ne vous y attendiez pas? Demandez à {{INVITED_BY}}, ou ignorez ce message.",
      ),
    ),
  },
};

export const accountExists: TemplateSeed = {
  key: "account-exists",
  en: {
    name: "You already have an account",
    description: "Goes to the owner when somebody signs up with an address that has an account.",
    subjectLine: "You already have an account at {{ORGANIZATION_NAME}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("Somebody, probably you, tried to make an account with this address. It has one already, so you can simply sign in."),
      button("Sign in", "{{SIGN_IN_URL}}"),
      link("Forgot the password? Choose a new one", "{{RESET_URL}}"),
      smallPrint("The second link works once, until {{EXPIRES_AT}}. It was not you? Nothing was changed, and there is nothing to do."),
    ),
  },
  fr: {
    name: "Vous avez déjà un compte",
    description: "Prévient la personne quand on s'inscrit avec une adresse qui a déjà un compte.",
    subjectLine: "Vous avez déjà un compte chez {{ORGANIZATION_NAME}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Quelqu'un, probablement vous, a voulu ouvrir un compte avec cette adresse. Elle en a déjà un : il suffit de vous connecter.",
      ),
      button("Me connecter", "{{SIGN_IN_URL}}"),
      link("Mot de passe oublié? En choisir un nouveau", "{{RESET_URL}}"),
      smallPrint(
        "Le second lien sert une seule fois, jusqu'au {{EXPIRES_AT}}. Ce n'était pas vous? Rien n'a changé, il n'y a rien à faire.",
      ),
    ),
  },
};
