import { button, mail, paragraph, smallPrint } from "./mail-parts";
import type { TemplateSeed } from "./template-seed";

export const emailVerification: TemplateSeed = {
  key: "email-verification",
  en: {
    name: "Confirm your address",
    description: "Asks a new account to confirm its e-mail address.",
    subjectLine: "Please confirm your address",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("Welcome to {{ORGANIZATION_NAME}}. Please confirm that this address is yours."),
      button("Confirm my address", "{{VERIFY_URL}}"),
      smallPrint("The link works once, until {{EXPIRES_AT}}. You did not make an account? Then ignore this message."),
    ),
  },
  fr: {
    name: "Confirmez votre adresse",
    description: "Demande à un nouveau compte de confirmer son adresse.",
    subjectLine: "Confirmez votre adresse",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Bienvenue chez {{ORGANIZATION_NAME}}. Veuillez confirmer que cette adresse est bien la vôtre."),
      button("Confirmer mon adresse", "{{VERIFY_URL}}"),
      smallPrint("Le lien sert une seule fois, jusqu'au {{EXPIRES_AT}}. Vous n'avez pas créé de compte? Vous pouvez ignorer ce message."),
    ),
  },
};

export const passwordReset: TemplateSeed = {
  key: "password-reset",
  en: {
    name: "Choose a new password",
    description: "Leads to the page where a new password is chosen.",
    subjectLine: "Choose a new password",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("Somebody, hopefully you, asked for a new password for your account at {{ORGANIZATION_NAME}}."),
      button("Choose a new password", "{{RESET_URL}}"),
      smallPrint("The link works once, until {{EXPIRES_AT}}. You did not ask? Your password stays as it is; there is nothing to do."),
    ),
  },
  fr: {
    name: "Choisissez un nouveau mot de passe",
    description: "Mène à la page où l'on choisit un nouveau mot de passe.",
    subjectLine: "Choisissez un nouveau mot de passe",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Quelqu'un, sans doute vous, a demandé un nouveau mot de passe pour votre compte chez {{ORGANIZATION_NAME}}."),
      button("Choisir un nouveau mot de passe", "{{RESET_URL}}"),
      smallPrint(
        "Le lien sert une seule fois, jusqu'au {{EXPIRES_AT}}. Vous n'avez rien demandé? Votre mot de passe reste le même, il n'y a rien à faire.",
      ),
    ),
  },
};

export const accountInvitation: TemplateSeed = {
  key: "account-invitation",
  en: {
    name: "Your new account",
    description: "Tells somebody that an administrator made an account for them.",
    subjectLine: "Your account at {{ORGANIZATION_NAME}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("{{INVITED_BY}} made an account for you at {{ORGANIZATION_NAME}}. Choose a password and you are in."),
      button("Choose a password", "{{RESET_URL}}"),
      smallPrint("The link works once, until {{EXPIRES_AT}}. After that, “Forgot your password?” on the sign-in page sends a new one."),
    ),
  },
  fr: {
    name: "Votre nouveau compte",
    description: "Annonce à une personne qu'un compte a été créé pour elle.",
    subjectLine: "Votre compte chez {{ORGANIZATION_NAME}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("{{INVITED_BY}} vous a créé un compte chez {{ORGANIZATION_NAME}}. Il ne vous reste qu'à choisir un mot de passe."),
      button("Choisir un mot de passe", "{{RESET_URL}}"),
      smallPrint(
        "Le lien sert une seule fois, jusqu'au {{EXPIRES_AT}}. Passé ce délai, « Mot de passe oublié? » à la page de connexion en envoie un autre.",
      ),
    ),
  },
};

export const accountExists: TemplateSeed = {
  key: "account-exists",
  en: {
    name: "You already have an account",
    description: "Answers a sign-up with an address that already has an account.",
    subjectLine: "You already have an account",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "Somebody, hopefully you, tried to sign up at {{ORGANIZATION_NAME}} with this address. It already has an account: sign in at {{SIGN_IN_URL}}, or choose a new password.",
      ),
      button("Choose a new password", "{{RESET_URL}}"),
      smallPrint("The link works once, until {{EXPIRES_AT}}. It was not you? Nothing has changed; there is nothing to do."),
    ),
  },
  fr: {
    name: "Vous avez déjà un compte",
    description: "Répond à une inscription faite avec une adresse qui a déjà un compte.",
    subjectLine: "Vous avez déjà un compte",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Quelqu'un, sans doute vous, a voulu s'inscrire chez {{ORGANIZATION_NAME}} avec cette adresse. Elle a déjà un compte : connectez-vous à {{SIGN_IN_URL}}, ou choisissez un nouveau mot de passe.",
      ),
      button("Choisir un nouveau mot de passe", "{{RESET_URL}}"),
      smallPrint("Le lien sert une seule fois, jusqu'au {{EXPIRES_AT}}. Ce n'était pas vous? Rien n'a changé, il n'y a rien à faire."),
    ),
  },
};

export const mailTest: TemplateSeed = {
  key: "mail-test",
  en: {
    name: "Test of the mail settings",
    description: "What the button “Send a test” sends.",
    subjectLine: "Mail works: test from {{ORGANIZATION_NAME}}",
    ...mail(
      "en",
      paragraph("This message left {{MAIL_SERVER}} at {{SENT_AT}}, sent by {{SENT_BY}}."),
      paragraph(
        "If you can read it, your mail settings work. If it lies in the junk folder, look at the SPF and DKIM records of your domain.",
      ),
    ),
  },
  fr: {
    name: "Essai des réglages de courriel",
    description: "Ce qu'envoie le bouton « Envoyer un essai ».",
    subjectLine: "Le courriel fonctionne : essai de {{ORGANIZATION_NAME}}",
    ...mail(
      "fr",
      paragraph("Ce message est parti de {{MAIL_SERVER}} le {{SENT_AT}}, envoyé par {{SENT_BY}}."),
      paragraph(
        "Si vous le lisez, vos réglages de courriel fonctionnent. S'il est arrivé dans les indésirables, vérifiez les enregistrements SPF et DKIM de votre domaine.",
      ),
    ),
  },
};
