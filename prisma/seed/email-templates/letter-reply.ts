import { button, mail, paragraph, quotation, smallPrint, when } from "./mail-parts";
import type { TemplateSeed } from "./template-seed";

export const letterReply: TemplateSeed = {
  key: "letter-reply",
  en: {
    name: "The office answered your letter",
    description: "Brings an office's answer to the supporter who wrote; text only.",
    subjectLine: "{{RECIPIENT_NAME}} answered your letter: {{SUBJECT}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("an answer to your letter to {{RECIPIENT_NAME}} (“{{CAMPAIGN_TITLE}}”) came in. It is from {{REPLY_FROM}}:"),
      when("MESSAGE", quotation("{{MESSAGE}}")),
      when(
        "ATTACHMENTS",
        paragraph(
          "Attached were: {{ATTACHMENTS}}. We do not pass files on, because we cannot vouch for them; {{ORGANIZATION_NAME}} keeps the mail for 90 days.",
        ),
      ),
      when(
        "SHARE_URL",
        paragraph("Should others see this answer? Nothing is published by itself:"),
        button("Put this on the response wall", "{{SHARE_URL}}"),
      ),
      smallPrint(
        "To write back, use the address above; a reply to this mail goes to {{ORGANIZATION_NAME}}. Anybody who has your letter can answer to its address, so look at who is writing before you follow a link.",
      ),
    ),
  },
  fr: {
    name: "Le bureau a répondu à votre lettre",
    description: "Transmet la réponse du bureau à la personne qui a écrit; texte seulement.",
    subjectLine: "{{RECIPIENT_NAME}} a répondu à votre lettre : {{SUBJECT}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Votre lettre à {{RECIPIENT_NAME}} (« {{CAMPAIGN_TITLE}} ») a reçu une réponse. Elle vient de {{REPLY_FROM}} :"),
      when("MESSAGE", quotation("{{MESSAGE}}")),
      when(
        "ATTACHMENTS",
        paragraph(
          "Pièces jointes : {{ATTACHMENTS}}. Nous ne les transmettons pas, faute de pouvoir en répondre; {{ORGANIZATION_NAME}} garde le courriel 90 jours.",
        ),
      ),
      when(
        "SHARE_URL",
        paragraph("Voulez-vous que d'autres voient cette réponse? Rien n'est publié sans vous :"),
        button("La mettre sur le mur des réponses", "{{SHARE_URL}}"),
      ),
      smallPrint(
        "Pour écrire à votre tour, prenez l'adresse ci-dessus; une réponse à ce courriel ira à {{ORGANIZATION_NAME}}. Quiconque a votre lettre peut répondre à son adresse : regardez bien qui vous écrit avant de suivre un lien.",
      ),
    ),
  },
};
