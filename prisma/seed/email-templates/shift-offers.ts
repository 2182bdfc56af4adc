import { button, mail, paragraph } from "./mail-parts";
import { contact, whenAndWhere } from "./shift-parts";
import type { TemplateSeed } from "./template-seed";

export const shiftOffer: TemplateSeed = {
  key: "shift-offer",
  en: {
    name: "A place is free",
    description: "Offers a freed place to the first on the waiting list.",
    subjectLine: "A place is free: {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "A place is free on the shift you wait for. {{#if OFFER_UNTIL}}It is kept for you until {{OFFER_UNTIL}}{{else}}The shift begins soon: the place goes to whoever takes it first.{{/if}}",
      ),
      whenAndWhere,
      button("Take the place", "{{TAKE_URL}}"),
      paragraph("You cannot come? Open the same page and give the place up, so that the next person gets it sooner."),
      contact("en"),
    ),
  },
  fr: {
    name: "Une place s'est libérée",
    description: "Offre une place libérée à la première personne de la liste d'attente.",
    subjectLine: "Une place s'est libérée : {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Une place s'est libérée pour le quart que vous attendiez. {{#if OFFER_UNTIL}}Nous vous la gardons jusqu'au {{OFFER_UNTIL}}{{else}}Le quart commence bientôt : elle ira à la première personne qui la prend.{{/if}}",
      ),
      whenAndWhere,
      button("Prendre la place", "{{TAKE_URL}}"),
      paragraph("Vous ne pouvez pas venir? Cédez la place sur la même page : la personne suivante l'aura plus vite."),
      contact("fr"),
    ),
  },
};

export const shiftOfferEnded: TemplateSeed = {
  key: "shift-offer-ended",
  en: {
    name: "The offered place went on",
    description: "Tells somebody that the time to take an offered place has run out.",
    subjectLine: "The place went to the next person: {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("We kept a place for you, and the time to take it is over. It went to the next person on the list."),
      whenAndWhere,
      paragraph("If you still want to come, go back on the list with one button."),
      button("Go back on the list", "{{SHIFT_URL}}"),
      button("See the other shifts", "{{SHIFTS_URL}}"),
    ),
  },
  fr: {
    name: "La place offerte est passée à la personne suivante",
    description: "Dit à quelqu'un que le délai pour prendre une place offerte est écoulé.",
    subjectLine: "La place est allée à la personne suivante : {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Nous vous avions gardé une place, mais le délai pour la prendre est écoulé. Elle est allée à la personne suivante."),
      whenAndWhere,
      paragraph("Vous voulez encore venir? Un bouton suffit pour revenir sur la liste."),
      button("Revenir sur la liste", "{{SHIFT_URL}}"),
      button("Voir les autres quarts", "{{SHIFTS_URL}}"),
    ),
  },
};
