import { button, link, mail, paragraph, when } from "./mail-parts";
import { contact, whenAndWhere } from "./shift-parts";
import type { TemplateSeed } from "./template-seed";

export const shiftDayBefore: TemplateSeed = {
  key: "shift-day-before",
  en: {
    name: "Tomorrow is your shift",
    description: "The day before: asks who comes.",
    subjectLine: "Tomorrow: {{SHIFT_TITLE}}. Are you coming?",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("Tomorrow is your shift.{{#if IS_CONFIRMED}} Thank you for telling us that you come.{{/if}}"),
      whenAndWhere,
      when("COMING_URL", button("I am coming", "{{COMING_URL}}")),
      link("I cannot come: give my place to somebody else", "{{CANCEL_URL}}"),
      contact("en"),
    ),
  },
  fr: {
    name: "Votre quart, c'est demain",
    description: "La veille : demande qui vient.",
    subjectLine: "Demain : {{SHIFT_TITLE}}. Serez-vous là?",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Votre quart, c'est demain.{{#if IS_CONFIRMED}} Merci de nous avoir dit que vous venez.{{/if}}"),
      whenAndWhere,
      when("COMING_URL", button("Je serai là", "{{COMING_URL}}")),
      link("Je ne peux pas venir : donnez ma place à quelqu'un d'autre", "{{CANCEL_URL}}"),
      contact("fr"),
    ),
  },
};

export const shiftSameDay: TemplateSeed = {
  key: "shift-same-day",
  en: {
    name: "Today is your shift",
    description: "The morning of the shift.",
    subjectLine: "Today: {{SHIFT_TITLE}}, {{SHIFT_TIME}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("See you today."),
      whenAndWhere,
      button("My shift", "{{SHIFT_URL}}"),
      link("I cannot come after all", "{{CANCEL_URL}}"),
      contact("en"),
    ),
  },
  fr: {
    name: "Votre quart, c'est aujourd'hui",
    description: "Le matin du quart.",
    subjectLine: "Aujourd'hui : {{SHIFT_TITLE}}, {{SHIFT_TIME}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("À tout à l'heure."),
      whenAndWhere,
      button("Mon quart", "{{SHIFT_URL}}"),
      link("Finalement, je ne peux pas venir", "{{CANCEL_URL}}"),
      contact("fr"),
    ),
  },
};

const nextShifts = {
  html: `{{#if NEXT_SHIFTS}}<p style="margin:0 0 16px;white-space:pre-line">{{NEXT_SHIFTS}}</p>{{/if}}`,
  text: `{{#if NEXT_SHIFTS}}\n{{NEXT_SHIFTS}}\n{{/if}}`,
};

export const shiftAfterAttended: TemplateSeed = {
  key: "shift-after-attended",
  en: {
    name: "Thank you for coming",
    description: "After the shift, to those who came, with the next ones.",
    subjectLine: "Thank you for today: {{SHIFT_TITLE}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("Thank you for coming to {{SHIFT_TITLE}}. Every hour at it counts."),
      paragraph("Will you come again? These are next:"),
      nextShifts,
      button("Choose a shift", "{{SHIFTS_URL}}"),
    ),
  },
  fr: {
    name: "Merci d'être venu",
    description: "Après le quart, aux personnes présentes, avec les prochains.",
    subjectLine: "Merci pour votre aide : {{SHIFT_TITLE}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Merci d'avoir été là pour {{SHIFT_TITLE}}. Chaque heure compte."),
      paragraph("Serez-vous des nôtres de nouveau? Voici la suite :"),
      nextShifts,
      button("Choisir un quart", "{{SHIFTS_URL}}"),
    ),
  },
};

export const shiftAfterMissed: TemplateSeed = {
  key: "shift-after-missed",
  en: {
    name: "We missed you",
    description: "After the shift, to those who did not come, with the next ones.",
    subjectLine: "We missed you: {{SHIFT_TITLE}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph("We missed you at {{SHIFT_TITLE}}. It happens; we hope all is well."),
      paragraph("There is always a next time:"),
      nextShifts,
      button("Choose a shift", "{{SHIFTS_URL}}"),
      paragraph("You were there? Answer this mail, and we correct it."),
    ),
  },
  fr: {
    name: "Vous nous avez manqué",
    description: "Après le quart, aux personnes absentes, avec les prochains.",
    subjectLine: "Vous nous avez manqué : {{SHIFT_TITLE}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph("Vous nous avez manqué à {{SHIFT_TITLE}}. Un empêchement arrive à tout le monde; nous espérons que tout va bien."),
      paragraph("Il y aura d'autres occasions :"),
      nextShifts,
      button("Choisir un quart", "{{SHIFTS_URL}}"),
      paragraph("Vous étiez là? Répondez à ce courriel, et nous corrigerons."),
    ),
  },
};
