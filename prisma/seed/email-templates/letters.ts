import { button, letter, link, mail, paragraph, quotation, smallPrint, when } from "./mail-parts";
import type { TemplateSeed } from "./template-seed";

export const campaignEmail: TemplateSeed = {
  key: "campaign-email",
  en: {
    name: "Letter to a representative",
    description: "The supporter's own letter, as the representative receives it.",
    subjectLine: "{{SUBJECT}}",
    ...mail(
      "en",
      paragraph("{{RECIPIENT_NAME}}{{#if RECIPIENT_TITLE}}, {{RECIPIENT_TITLE}}{{/if}}"),
      letter("{{MESSAGE}}"),
      smallPrint(
        "Written by {{USER_NAME}} ({{USER_EMAIL}}) and sent with the help of {{ORGANIZATION_NAME}}, campaign “{{CAMPAIGN_TITLE}}”. A reply goes to {{USER_NAME}}.",
      ),
    ),
  },
  fr: {
    name: "Lettre à une élue ou un élu",
    description: "La lettre de la personne elle-même, telle que l'élu la reçoit.",
    subjectLine: "{{SUBJECT}}",
    ...mail(
      "fr",
      paragraph("{{RECIPIENT_NAME}}{{#if RECIPIENT_TITLE}}, {{RECIPIENT_TITLE}}{{/if}}"),
      letter("{{MESSAGE}}"),
      smallPrint(
        "Lettre de {{USER_NAME}} ({{USER_EMAIL}}), envoyée avec l'aide de {{ORGANIZATION_NAME}}, campagne « {{CAMPAIGN_TITLE}} ». Votre réponse ira à {{USER_NAME}}.",
      ),
    ),
  },
};

export const letterConfirmation: TemplateSeed = {
  key: "letter-confirmation",
  en: {
    name: "Confirm your letter",
    description: "Asks the supporter to confirm the address; the letter waits until then.",
    subjectLine: "One click and your letter is on its way",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "Your letter for “{{CAMPAIGN_TITLE}}” is ready to go to {{RECIPIENT_NAMES}}. Please confirm that this address is yours, and we send it.",
      ),
      button("Read and send my letter", "{{CONFIRM_URL}}"),
      paragraph("The link works until {{EXPIRES_AT}}. After that the letter is deleted and nothing is sent."),
      smallPrint("You did not write a letter? Then somebody typed your address by mistake. Do nothing, and nothing happens."),
    ),
  },
  fr: {
    name: "Confirmez votre lettre",
    description: "Demande de confirmer l'adresse; la lettre attend jusque-là.",
    subjectLine: "Plus qu'un clic et votre lettre part",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Votre lettre pour « {{CAMPAIGN_TITLE}} » est prête. Elle ira à {{RECIPIENT_NAMES}} dès que vous aurez confirmé que cette adresse est bien la vôtre.",
      ),
      button("Relire et envoyer ma lettre", "{{CONFIRM_URL}}"),
      paragraph("Le lien est valable jusqu'au {{EXPIRES_AT}}. Passé ce moment, la lettre est effacée et rien ne part."),
      smallPrint("Vous n'avez pas écrit de lettre? Quelqu'un aura tapé votre adresse par erreur. Ne faites rien : rien ne sera envoyé."),
    ),
  },
};

export const letterReminder: TemplateSeed = {
  key: "letter-reminder",
  en: {
    name: "Your letter still waits",
    description: "The one reminder, before a letter that was not confirmed is deleted.",
    subjectLine: "Your letter still waits for your yes",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "Your letter to {{RECIPIENT_NAMES}} for “{{CAMPAIGN_TITLE}}” has not left yet: we still need to know that this address is yours.",
      ),
      button("Read and send my letter", "{{CONFIRM_URL}}"),
      paragraph("The link works until {{EXPIRES_AT}}. After that the letter is deleted and nothing is sent."),
      smallPrint("This is our only reminder. If you changed your mind or did not write a letter, do nothing, and nothing happens."),
    ),
  },
  fr: {
    name: "Votre lettre attend toujours",
    description: "L'unique rappel, avant qu'une lettre non confirmée soit effacée.",
    subjectLine: "Votre lettre n'attend plus que vous",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Votre lettre à {{RECIPIENT_NAMES}} pour « {{CAMPAIGN_TITLE}} » n'est pas encore partie : il nous reste à savoir que cette adresse est bien la vôtre.",
      ),
      button("Relire et envoyer ma lettre", "{{CONFIRM_URL}}"),
      paragraph("Le lien est valable jusqu'au {{EXPIRES_AT}}. Passé ce moment, la lettre est effacée et rien ne part."),
      smallPrint(
        "C'est notre seul rappel. Si vous avez changé d'avis ou n'avez pas écrit de lettre, ne faites rien : rien ne sera envoyé.",
      ),
    ),
  },
};

export const letterBoxes: TemplateSeed = {
  key: "letter-boxes",
  en: {
    name: "Confirm what you ticked",
    description: "Asks to confirm the boxes of somebody who sends the letter alone.",
    subjectLine: "Please confirm what you ticked",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("With your letter for “{{CAMPAIGN_TITLE}}” this was ticked:"),
      quotation("{{BOXES}}"),
      paragraph("Please confirm that this address is yours. Your letter does not depend on it."),
      button("Yes, this is what I want", "{{CONFIRM_URL}}"),
      smallPrint("The link works until {{EXPIRES_AT}}. If you did not tick anything, do nothing, and you will not hear from us."),
    ),
  },
  fr: {
    name: "Confirmez ce que vous avez coché",
    description: "Demande de confirmer les cases d'une personne qui envoie sa lettre elle-même.",
    subjectLine: "Confirmez ce que vous avez coché",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Avec votre lettre pour « {{CAMPAIGN_TITLE}} », ceci a été coché :"),
      quotation("{{BOXES}}"),
      paragraph("Confirmez que cette adresse est bien la vôtre. Votre lettre n'en dépend pas."),
      button("Oui, c'est ce que je veux", "{{CONFIRM_URL}}"),
      smallPrint(
        "Le lien est valable jusqu'au {{EXPIRES_AT}}. Si vous n'avez rien coché, ne faites rien : vous n'aurez pas de nos nouvelles.",
      ),
    ),
  },
};

export const responseVerification: TemplateSeed = {
  key: "response-verification",
  en: {
    name: "Is this response yours?",
    description: "Asks an office to confirm a response a supporter shared publicly.",
    subjectLine: "Did your office write this? “{{CAMPAIGN_TITLE}}”",
    ...mail(
      "en",
      paragraph("Dear {{RECIPIENT_NAME}},"),
      paragraph(
        "A supporter of the campaign “{{CAMPAIGN_TITLE}}” shared the words below as your answer. We show answers publicly and want each of them to be genuine.",
      ),
      quotation("{{RESPONSE_TEXT}}"),
      when("SUBMITTED_BY", paragraph("Shared by {{SUBMITTED_BY}}.")),
      button("Yes, this is our answer", "{{VERIFY_URL}}"),
      link("No, we did not write this", "{{REPORT_URL}}"),
      smallPrint("Both links open a page where you decide; opening it changes nothing. They work until {{EXPIRES_AT}}."),
    ),
  },
  fr: {
    name: "Cette réponse vient-elle de vous?",
    description: "Demande à un bureau de confirmer une réponse rendue publique.",
    subjectLine: "Votre bureau a-t-il écrit ceci? « {{CAMPAIGN_TITLE}} »",
    ...mail(
      "fr",
      paragraph("Bonjour {{RECIPIENT_NAME}},"),
      paragraph(
        "Une personne qui appuie la campagne « {{CAMPAIGN_TITLE}} » nous a transmis le texte ci-dessous comme étant votre réponse. Nous publions les réponses reçues et tenons à ce que chacune soit authentique.",
      ),
      quotation("{{RESPONSE_TEXT}}"),
      when("SUBMITTED_BY", paragraph("Transmise par {{SUBMITTED_BY}}.")),
      button("Oui, c'est notre réponse", "{{VERIFY_URL}}"),
      link("Non, nous n'avons pas écrit cela", "{{REPORT_URL}}"),
      smallPrint(
        "Les deux liens mènent à une page où vous choisissez; l'ouvrir ne change rien. Ils sont valables jusqu'au {{EXPIRES_AT}}.",
      ),
    ),
  },
};
