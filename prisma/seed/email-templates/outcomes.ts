import { button, letter, link, mail, paragraph, smallPrint, when } from "./mail-parts";
import { fourAnswers, linkEach } from "./outcome-parts";
import type { TemplateSeed } from "./template-seed";

const answersEn = fourAnswers({
  answered: "I got an answer",
  acknowledged: "Only a note that the letter is there",
  notSatisfactory: "An answer that does not answer",
  nothing: "Nothing came",
});
const answersFr = fourAnswers({
  answered: "J’ai reçu une réponse",
  acknowledged: "Seulement un accusé de réception",
  notSatisfactory: "Une réponse qui n’en est pas une",
  nothing: "Je n’ai rien reçu",
});
const eachEn = linkEach({ one: (name) => `What came from ${name}`, more: "And {{MORE_COUNT}} more, all on one page" });
const eachFr = linkEach({ one: (name) => `Ce qui est venu de ${name}`, more: "Et {{MORE_COUNT}} autres, sur une seule page" });
const stopEn = [
  smallPrint(
    "A link opens a page where you confirm your answer; opening it says nothing yet. You get this mail because you asked how this ends.",
  ),
  link("No more mails about this campaign", "{{STOP_URL}}"),
];
const stopFr = [
  smallPrint(
    "Chaque lien ouvre une page où vous confirmez votre réponse; l’ouvrir ne dit encore rien. Vous recevez ce message parce que vous avez demandé à connaître la suite.",
  ),
  link("Ne plus recevoir de courriels sur cette campagne", "{{STOP_URL}}"),
];
const helloEn = [when("USER_NAME", paragraph("Hello {{USER_NAME}},"))];
const helloFr = [when("USER_NAME", paragraph("Bonjour {{USER_NAME}},"))];

export const letterOutcome: TemplateSeed = {
  key: "letter-outcome",
  en: {
    name: "What became of your letter?",
    description: "Two weeks after a letter left: four answers, for those who asked how it ends.",
    subjectLine: "Did {{RECIPIENT_NAMES}} write back?",
    ...mail(
      "en",
      ...helloEn,
      paragraph("On {{SENT_ON}} your letter for “{{CAMPAIGN_TITLE}}” went to {{RECIPIENT_NAMES}}. What came back?"),
      answersEn,
      ...eachEn,
      paragraph(
        "From such answers we make public how many letters each office gets, how many it answers, and how soon. Your name is not part of it.",
      ),
      ...stopEn,
    ),
  },
  fr: {
    name: "Qu’est devenue votre lettre?",
    description: "Deux semaines après le départ d’une lettre : quatre réponses, pour qui a demandé à connaître la suite.",
    subjectLine: "{{RECIPIENT_NAMES}} : avez-vous eu une réponse?",
    ...mail(
      "fr",
      ...helloFr,
      paragraph("Le {{SENT_ON}}, votre lettre pour « {{CAMPAIGN_TITLE}} » est partie à {{RECIPIENT_NAMES}}. Qu’avez-vous reçu en retour?"),
      answersFr,
      ...eachFr,
      paragraph(
        "Ces réponses nous servent à rendre public combien de lettres chaque bureau reçoit, à combien il répond et en combien de temps. Votre nom n’y figure pas.",
      ),
      ...stopFr,
    ),
  },
};

export const letterOutcomeReminder: TemplateSeed = {
  key: "letter-outcome-reminder",
  en: {
    name: "What became of your letter? (second mail)",
    description: "Three weeks after a letter left, to those who have not answered. There is no third mail.",
    subjectLine: "Three weeks on: did {{RECIPIENT_NAMES}} write back?",
    ...mail(
      "en",
      ...helloEn,
      paragraph(
        "Your letter for “{{CAMPAIGN_TITLE}}” went to {{RECIPIENT_NAMES}} on {{SENT_ON}}. No answer counts too: please tell us how it stands.",
      ),
      answersEn,
      ...eachEn,
      paragraph("We do not ask again after this."),
      ...stopEn,
    ),
  },
  fr: {
    name: "Qu’est devenue votre lettre? (second message)",
    description: "Trois semaines après le départ, à qui n’a rien répondu. Il n’y a pas de troisième message.",
    subjectLine: "Trois semaines plus tard : {{RECIPIENT_NAMES}}, une réponse?",
    ...mail(
      "fr",
      ...helloFr,
      paragraph(
        "Votre lettre pour « {{CAMPAIGN_TITLE}} » est partie à {{RECIPIENT_NAMES}} le {{SENT_ON}}. Un silence compte aussi : dites-nous où vous en êtes.",
      ),
      answersFr,
      ...eachFr,
      paragraph("Nous ne vous poserons plus la question."),
      ...stopFr,
    ),
  },
};

export const letterResult: TemplateSeed = {
  key: "letter-result",
  en: {
    name: "How the campaign ended",
    description: "The result of a campaign, to everybody who asked to be told.",
    subjectLine: "How it ended: {{CAMPAIGN_TITLE}}",
    ...mail(
      "en",
      ...helloEn,
      paragraph("You wrote a letter for “{{CAMPAIGN_TITLE}}” and asked how it ends. This is what was decided:"),
      letter("{{OUTCOME}}"),
      when("NEXT_STEP_URL", when("NEXT_STEP_LABEL", button("{{NEXT_STEP_LABEL}}", "{{NEXT_STEP_URL}}"))),
      link("The campaign’s page", "{{CAMPAIGN_URL}}"),
      smallPrint("This is the last mail about this campaign."),
      link("No more mails about this campaign", "{{STOP_URL}}"),
    ),
  },
  fr: {
    name: "Le dénouement de la campagne",
    description: "Le résultat d’une campagne, à toutes les personnes qui voulaient le connaître.",
    subjectLine: "Le dénouement : {{CAMPAIGN_TITLE}}",
    ...mail(
      "fr",
      ...helloFr,
      paragraph(
        "Vous avez écrit une lettre pour « {{CAMPAIGN_TITLE}} » et vouliez savoir comment cela se terminerait. Voici ce qui a été décidé :",
      ),
      letter("{{OUTCOME}}"),
      when("NEXT_STEP_URL", when("NEXT_STEP_LABEL", button("{{NEXT_STEP_LABEL}}", "{{NEXT_STEP_URL}}"))),
      link("La page de la campagne", "{{CAMPAIGN_URL}}"),
      smallPrint("C’est le dernier message au sujet de cette campagne."),
      link("Ne plus recevoir de courriels sur cette campagne", "{{STOP_URL}}"),
    ),
  },
};

export const resultReminder: TemplateSeed = {
  key: "result-reminder",
  en: {
    name: "People wait for the result",
    description: "Reminds the owner of an ended campaign that people asked how it ends.",
    subjectLine: "{{WAITING_COUNT}} people wait to hear how it ended: “{{CAMPAIGN_TITLE}}”",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "“{{CAMPAIGN_TITLE}}” has ended. {{WAITING_COUNT}} people who wrote a letter asked to be told how, and have heard nothing yet.",
      ),
      paragraph("Write down what was decided, read the mail once, and let it go."),
      button("Tell them the result", "{{CAMPAIGN_URL}}"),
      smallPrint("You are told once for each campaign."),
    ),
  },
  fr: {
    name: "On attend le résultat",
    description: "Rappelle à la personne responsable d’une campagne terminée qu’on attend d’en connaître le résultat.",
    subjectLine: "{{WAITING_COUNT}} personnes attendent le dénouement : « {{CAMPAIGN_TITLE}} »",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "« {{CAMPAIGN_TITLE}} » est terminée. {{WAITING_COUNT}} personnes qui ont écrit une lettre ont demandé à connaître le dénouement et n’ont encore rien reçu.",
      ),
      paragraph("Notez ce qui a été décidé, relisez le message une fois et laissez-le partir."),
      button("Annoncer le résultat", "{{CAMPAIGN_URL}}"),
      smallPrint("Vous ne recevez cet avis qu’une fois par campagne."),
    ),
  },
};
