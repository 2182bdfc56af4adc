import { button, mail, paragraph, quotation, when } from "./mail-parts";
import { contact, whenAndWhere } from "./shift-parts";
import type { TemplateSeed } from "./template-seed";

export const shiftChanged: TemplateSeed = {
  key: "shift-changed",
  en: {
    name: "Your shift has changed",
    description: "Tells everybody signed up about another time or place.",
    subjectLine: "Changed: {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("Time or place of your shift have changed. From now on this holds:"),
      whenAndWhere,
      when("MESSAGE", quotation("{{MESSAGE}}")),
      paragraph("You stay signed up. If it does not suit you any more, give your place up with the button."),
      button("See or change my sign-up", "{{SHIFT_URL}}"),
      contact("en"),
    ),
  },
  fr: {
    name: "Votre quart a changé",
    description: "Annonce un autre horaire ou un autre lieu aux personnes inscrites.",
    subjectLine: "Changement : {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("L'horaire ou le lieu de votre quart a changé. Voici ce qui vaut maintenant :"),
      whenAndWhere,
      when("MESSAGE", quotation("{{MESSAGE}}")),
      paragraph("Votre inscription tient toujours. Si cela ne vous convient plus, cédez votre place avec le bouton."),
      button("Voir ou modifier mon inscription", "{{SHIFT_URL}}"),
      contact("fr"),
    ),
  },
};

export const shiftCancelled: TemplateSeed = {
  key: "shift-cancelled",
  en: {
    name: "The shift is cancelled",
    description: "Tells everybody signed up that a shift does not take place, and why.",
    subjectLine: "Cancelled: {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("This shift does not take place:"),
      whenAndWhere,
      when("MESSAGE", quotation("{{MESSAGE}}")),
      paragraph("You need to do nothing. We would be glad to see you another time."),
      button("See the other shifts", "{{SHIFTS_URL}}"),
      contact("en"),
    ),
  },
  fr: {
    name: "Le quart est annulé",
    description: "Annonce aux personnes inscrites qu'un quart n'a pas lieu, et pourquoi.",
    subjectLine: "Annulé : {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Ce quart n'aura pas lieu :"),
      whenAndWhere,
      when("MESSAGE", quotation("{{MESSAGE}}")),
      paragraph("Vous n'avez rien à faire. Nous serions heureux de vous voir une autre fois."),
      button("Voir les autres quarts", "{{SHIFTS_URL}}"),
      contact("fr"),
    ),
  },
};

export const shiftRemoved: TemplateSeed = {
  key: "shift-removed",
  en: {
    name: "You are off the list",
    description: "Tells somebody that the organiser took them off a shift.",
    subjectLine: "You are off the list: {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("We took you off the list of this shift, so please do not come for it:"),
      whenAndWhere,
      paragraph("Was that a mistake, or is there another day that suits you? Write or call us, or choose another shift."),
      button("See the other shifts", "{{SHIFTS_URL}}"),
      contact("en"),
    ),
  },
  fr: {
    name: "Vous n'êtes plus sur la liste",
    description: "Dit à quelqu'un que l'équipe l'a retiré d'un quart.",
    subjectLine: "Vous n'êtes plus sur la liste : {{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Nous vous avons retiré de la liste de ce quart; inutile donc de vous déplacer :"),
      whenAndWhere,
      paragraph("Est-ce une erreur, ou un autre jour vous conviendrait-il? Écrivez-nous, appelez-nous ou choisissez un autre quart."),
      button("Voir les autres quarts", "{{SHIFTS_URL}}"),
      contact("fr"),
    ),
  },
};
