import { button, mail, paragraph, quotation, when } from "./mail-parts";
import { whenAndWhere } from "./shift-parts";
import type { TemplateSeed } from "./template-seed";

export const shiftSignupConfirmation: TemplateSeed = {
  key: "shift-signup-confirmation",
  en: {
    name: "You are signed up",
    description: "Confirms a shift, with the link that leads back to it.",
    subjectLine: "{{#if IS_WAITLISTED}}You are on the waiting list: {{/if}}{{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "{{#if IS_WAITLISTED}}This shift is full, so you are on its waiting list. We write as soon as a place is free.{{else}}Thank you for coming along. Your place is kept.{{/if}}",
      ),
      whenAndWhere,
      button("See or change my sign-up", "{{SHIFT_URL}}"),
      when(
        "IS_NEW_USER",
        paragraph("We made a small account for you, so that you can see this shift on your phone on the day. It ends after the shift."),
        when("SIGN_IN_URL", button("Open my shift", "{{SIGN_IN_URL}}")),
      ),
      paragraph("You cannot make it after all? Tell us with the first button, and somebody else gets the place."),
    ),
  },
  fr: {
    name: "Votre inscription est notée",
    description: "Confirme un quart de bénévolat, avec le lien pour y revenir.",
    subjectLine: "{{#if IS_WAITLISTED}}Vous êtes sur la liste d'attente : {{/if}}{{SHIFT_TITLE}}, {{SHIFT_DATE}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "{{#if IS_WAITLISTED}}Ce quart est complet : vous êtes sur la liste d'attente, et nous vous écrirons dès qu'une place se libère.{{else}}Merci d'être des nôtres. Votre place est réservée.{{/if}}",
      ),
      whenAndWhere,
      button("Voir ou modifier mon inscription", "{{SHIFT_URL}}"),
      when(
        "IS_NEW_USER",
        paragraph(
          "Nous vous avons ouvert un petit compte pour retrouver ce quart sur votre téléphone le jour venu. Il prend fin après le quart.",
        ),
        when("SIGN_IN_URL", button("Ouvrir mon quart", "{{SIGN_IN_URL}}")),
      ),
      paragraph("Un empêchement? Dites-le-nous avec le premier bouton : quelqu'un d'autre aura la place."),
    ),
  },
};

export const shiftDetails: TemplateSeed = {
  key: "shift-details",
  en: {
    name: "Shift details",
    description: "Reminder, and the organiser's message to everybody signed up.",
    subjectLine: "{{SHIFT_TITLE}}, {{SHIFT_DATE}}: what to know",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      when("MESSAGE", quotation("{{MESSAGE}}")),
      paragraph("This is your shift:"),
      whenAndWhere,
      when("SHIFT_DESCRIPTION", quotation("{{SHIFT_DESCRIPTION}}")),
      when("CAPTAIN_NAME", paragraph("Your captain on the day is {{CAPTAIN_NAME}}{{#if CAPTAIN_PHONE}}, {{CAPTAIN_PHONE}}{{/if}}.")),
      button("See or change my sign-up", "{{SHIFT_URL}}"),
    ),
  },
  fr: {
    name: "Détails du quart",
    description: "Rappel, et message de l'équipe à toutes les personnes inscrites.",
    subjectLine: "{{SHIFT_TITLE}}, {{SHIFT_DATE}} : ce qu'il faut savoir",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      when("MESSAGE", quotation("{{MESSAGE}}")),
      paragraph("Voici votre quart :"),
      whenAndWhere,
      when("SHIFT_DESCRIPTION", quotation("{{SHIFT_DESCRIPTION}}")),
      when("CAPTAIN_NAME", paragraph("Sur place, votre responsable est {{CAPTAIN_NAME}}{{#if CAPTAIN_PHONE}}, {{CAPTAIN_PHONE}}{{/if}}.")),
      button("Voir ou modifier mon inscription", "{{SHIFT_URL}}"),
    ),
  },
};
