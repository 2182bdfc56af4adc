import { button, mail, paragraph, smallPrint } from "./mail-parts";
import type { TemplateSeed } from "./template-seed";

export const deadlineWarning: TemplateSeed = {
  key: "deadline-warning",
  en: {
    name: "Letters will come too late",
    description: "Tells the owner of a campaign that waiting letters will miss its deadline.",
    subjectLine: "{{MISSING_COUNT}} letters will miss {{DEADLINE}}: “{{CAMPAIGN_TITLE}}”",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "{{WAITING_COUNT}} letters of “{{CAMPAIGN_TITLE}}” wait to leave. As things stand, {{MISSING_COUNT}} of them will still be here at the deadline: {{DEADLINE}}.",
      ),
      paragraph("You can raise the rate, widen the hours in which letters leave, or hand the letters in as one PDF."),
      button("Open the campaign", "{{CAMPAIGN_URL}}"),
      smallPrint("You are told once for each deadline."),
    ),
  },
  fr: {
    name: "Des lettres arriveront trop tard",
    description: "Prévient la personne responsable d'une campagne que des lettres en attente manqueront la date limite.",
    subjectLine: "{{MISSING_COUNT}} lettres manqueront l'échéance du {{DEADLINE}} : « {{CAMPAIGN_TITLE}} »",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "{{WAITING_COUNT}} lettres de « {{CAMPAIGN_TITLE}} » attendent de partir. À ce rythme, {{MISSING_COUNT}} d'entre elles seront encore ici à la date limite, le {{DEADLINE}}.",
      ),
      paragraph("Vous pouvez augmenter le débit, élargir les heures d'envoi ou remettre les lettres en un seul PDF."),
      button("Ouvrir la campagne", "{{CAMPAIGN_URL}}"),
      smallPrint("Vous ne recevez cet avis qu'une fois par échéance."),
    ),
  },
};
