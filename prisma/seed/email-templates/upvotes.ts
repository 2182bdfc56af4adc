import { button, kept, mail, paragraph, smallPrint } from "./mail-parts";
import type { TemplateSeed } from "./template-seed";

export const upvoteConfirmation: TemplateSeed = {
  key: "upvote-confirmation",
  en: {
    name: "Confirm your upvote",
    description: "Asks whoever finds a reply on the response wall helpful to confirm the address, so that everybody counts once.",
    subjectLine: "Count me in: the reply from {{RECIPIENT_NAME}}",
    ...mail(
      "en",
      paragraph("Hello,"),
      paragraph(
        "You found the reply from {{RECIPIENT_NAME}} on the response wall of “{{CAMPAIGN_TITLE}}” helpful. One press on the page behind this button, and your upvote counts.",
      ),
      button("Look at it and confirm", "{{CONFIRM_URL}}"),
      paragraph("The link works until {{EXPIRES_AT}}. For 90 days this browser is not asked again."),
      smallPrint(
        "Your address is never shown; it only makes sure that everybody counts once. Was this not you? Do nothing, and nothing is counted.",
      ),
      kept("en"),
    ),
  },
  fr: {
    name: "Confirmez votre appui",
    description: "Demande à qui juge une réponse utile de confirmer son adresse, pour que chaque personne compte une seule fois.",
    subjectLine: "Comptez-moi : la réponse de {{RECIPIENT_NAME}}",
    ...mail(
      "fr",
      paragraph("Bonjour,"),
      paragraph(
        "Vous avez jugé utile la réponse de {{RECIPIENT_NAME}}, sur le mur des réponses de « {{CAMPAIGN_TITLE}} ». Il reste à appuyer sur un bouton, sur la page que voici, pour que votre appui compte.",
      ),
      button("La revoir et confirmer", "{{CONFIRM_URL}}"),
      paragraph("Le lien fonctionne jusqu'au {{EXPIRES_AT}}. Pendant 90 jours, rien d'autre ne sera demandé à ce navigateur."),
      smallPrint(
        "Votre adresse n'est jamais affichée; elle sert seulement à compter chaque personne une seule fois. Ce n'était pas vous? Ne faites rien, et rien ne sera compté.",
      ),
      kept("fr"),
    ),
  },
};
