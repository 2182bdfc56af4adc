import { button, kept, mail, paragraph, quotation, smallPrint } from "./mail-parts";
import type { TemplateSeed } from "./template-seed";

export const responseConfirmation: TemplateSeed = {
  key: "response-confirmation",
  en: {
    name: "Confirm the reply you shared",
    description: "Asks whoever shares a reply to confirm the address; nobody sees the reply until then.",
    subjectLine: "Is this the reply you got from {{RECIPIENT_NAME}}?",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "You shared a reply from {{RECIPIENT_NAME}} for the response wall of “{{CAMPAIGN_TITLE}}”. Please confirm that this address is yours. After that a person looks at it, and we write to you once more.",
      ),
      button("Look at it and confirm", "{{CONFIRM_URL}}"),
      paragraph("The link works until {{EXPIRES_AT}}. After that what you shared is deleted."),
      smallPrint(
        "Your address is never shown. You shared nothing? Then somebody typed your address by mistake. Do nothing, and nothing happens.",
      ),
      kept("en"),
    ),
  },
  fr: {
    name: "Confirmez la réponse transmise",
    description: "Demande à qui transmet une réponse de confirmer son adresse; personne ne la voit avant.",
    subjectLine: "Est-ce bien la réponse que vous avez reçue de {{RECIPIENT_NAME}}?",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Vous avez transmis une réponse de {{RECIPIENT_NAME}} pour le mur des réponses de « {{CAMPAIGN_TITLE}} ». Confirmez que cette adresse est bien la vôtre. Quelqu'un de chez nous la lira ensuite, et nous vous récrirons une fois.",
      ),
      button("La relire et confirmer", "{{CONFIRM_URL}}"),
      paragraph("Le lien fonctionne jusqu'au {{EXPIRES_AT}}. Passé ce moment, ce que vous avez transmis est supprimé."),
      smallPrint(
        "Votre adresse n'est jamais affichée. Vous n'avez rien transmis? Quelqu'un a sans doute tapé votre adresse par erreur. Ne faites rien, et il ne se passera rien.",
      ),
      kept("fr"),
    ),
  },
};

export const responseApproved: TemplateSeed = {
  key: "response-approved",
  en: {
    name: "Your reply is on the wall",
    description: "Tells whoever shared a reply that it was approved.",
    subjectLine: "The reply from {{RECIPIENT_NAME}} is on the wall",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "Thank you. The reply from {{RECIPIENT_NAME}} that you shared now stands on the response wall of “{{CAMPAIGN_TITLE}}”. Phone numbers and private addresses in it are covered.",
      ),
      button("See it on the wall", "{{WALL_URL}}"),
      smallPrint("You can pass the address of this page on. Do you want it taken down, or did we cover too little? Reply to this mail."),
      kept("en"),
    ),
  },
  fr: {
    name: "Votre réponse est sur le mur",
    description: "Annonce à qui a transmis une réponse qu'elle est publiée.",
    subjectLine: "La réponse de {{RECIPIENT_NAME}} est sur le mur",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Merci. La réponse de {{RECIPIENT_NAME}} que vous avez transmise figure maintenant sur le mur des réponses de « {{CAMPAIGN_TITLE}} ». Les numéros de téléphone et les adresses privées y sont masqués.",
      ),
      button("La voir sur le mur", "{{WALL_URL}}"),
      smallPrint(
        "Vous pouvez faire circuler l'adresse de cette page. Vous voulez la faire retirer, ou nous n'en avons pas masqué assez? Répondez à ce courriel.",
      ),
      kept("fr"),
    ),
  },
};

export const responseRejected: TemplateSeed = {
  key: "response-rejected",
  en: {
    name: "Your reply was not put on the wall",
    description: "Tells whoever shared a reply why it was refused.",
    subjectLine: "About the reply from {{RECIPIENT_NAME}} you shared",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "Thank you for sharing the reply from {{RECIPIENT_NAME}}. We did not put it on the response wall of “{{CAMPAIGN_TITLE}}”. This is why:",
      ),
      quotation("{{REASON}}"),
      paragraph("If this can be mended, share it again; if you think that we are mistaken, reply to this mail."),
      kept("en"),
    ),
  },
  fr: {
    name: "Votre réponse n'est pas sur le mur",
    description: "Explique à qui a transmis une réponse pourquoi elle n'est pas publiée.",
    subjectLine: "Au sujet de la réponse de {{RECIPIENT_NAME}} que vous avez transmise",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Merci d'avoir transmis la réponse de {{RECIPIENT_NAME}}. Nous ne l'avons pas mise sur le mur des réponses de « {{CAMPAIGN_TITLE}} ». Voici pourquoi :",
      ),
      quotation("{{REASON}}"),
      paragraph("Si cela se corrige, transmettez-la de nouveau; si vous croyez que nous faisons erreur, répondez à ce courriel."),
      kept("fr"),
    ),
  },
};
