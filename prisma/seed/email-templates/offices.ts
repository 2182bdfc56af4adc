import { button, letter, link, mail, paragraph, quotation, smallPrint, when } from "./mail-parts";
import type { TemplateSeed } from "./template-seed";

export const letterOfficeAnswer: TemplateSeed = {
  key: "letter-office-answer",
  en: {
    name: "An office answers everybody",
    description: "Brings an office's one answer to everybody who wrote to it and asked to be told how the campaign ends.",
    subjectLine: "{{RECIPIENT_NAME}} answers: {{SUBJECT}}",
    ...mail(
      "en",
      paragraph("Hello {{USER_NAME}},"),
      paragraph(
        "you wrote to {{RECIPIENT_NAME}} with the campaign “{{CAMPAIGN_TITLE}}”. The office has sent one answer to everybody who wrote:",
      ),
      quotation("{{MESSAGE}}"),
      link("The answer on the campaign’s page", "{{WALL_URL}}"),
      when("STOP_URL", link("No more mails about this campaign", "{{STOP_URL}}")),
      smallPrint(
        "You get this mail because you asked to be told how the campaign ends. The words are the office’s own; {{ORGANIZATION_NAME}} read them before passing them on.",
      ),
    ),
  },
  fr: {
    name: "Un bureau répond à tout le monde",
    description: "Transmet la réponse d'un bureau à toutes les personnes qui lui ont écrit et veulent connaître l'issue de la campagne.",
    subjectLine: "{{RECIPIENT_NAME}} répond : {{SUBJECT}}",
    ...mail(
      "fr",
      paragraph("Bonjour {{USER_NAME}},"),
      paragraph(
        "Vous avez écrit à {{RECIPIENT_NAME}} dans le cadre de la campagne « {{CAMPAIGN_TITLE}} ». Le bureau adresse une même réponse à toutes les personnes qui ont écrit :",
      ),
      quotation("{{MESSAGE}}"),
      link("La réponse sur la page de la campagne", "{{WALL_URL}}"),
      when("STOP_URL", link("Ne plus recevoir de courriels sur cette campagne", "{{STOP_URL}}")),
      smallPrint(
        "Vous recevez ce courriel parce que vous avez demandé à connaître l'issue de la campagne. Les mots sont ceux du bureau; {{ORGANIZATION_NAME}} les a lus avant de les transmettre.",
      ),
    ),
  },
};

export const officeWayIn: TemplateSeed = {
  key: "office-way-in",
  en: {
    name: "The way into an office's page",
    description: "Lets an office into its own page; sent only to the address the letters go to.",
    subjectLine: "Your way in: letters about “{{CAMPAIGN_TITLE}}”",
    ...mail(
      "en",
      paragraph("To the office of {{RECIPIENT_NAME}},"),
      paragraph(
        "Somebody at your office, or somebody who has one of the letters, asked to open your office’s page for the campaign “{{CAMPAIGN_TITLE}}”. There you see how many people wrote, answer all of them at once, and choose one mail a week instead of many.",
      ),
      button("Open our page", "{{OFFICE_URL}}"),
      paragraph(
        "The link works once, until {{EXPIRES_AT}}. It came to this address only: whoever reads this mailbox decides who may open the page.",
      ),
      smallPrint("You did not ask for it? Do nothing, and nothing happens. {{ORGANIZATION_NAME}} runs the campaign."),
    ),
  },
  fr: {
    name: "L'accès à la page d'un bureau",
    description: "Ouvre à un bureau sa propre page; n'est envoyé qu'à l'adresse à laquelle vont les lettres.",
    subjectLine: "Votre accès : les lettres sur « {{CAMPAIGN_TITLE}} »",
    ...mail(
      "fr",
      paragraph("Au bureau de {{RECIPIENT_NAME}},"),
      paragraph(
        "Une personne de votre bureau, ou quelqu'un qui a une des lettres en main, a demandé à ouvrir votre page de la campagne « {{CAMPAIGN_TITLE}} ». Vous y verrez combien de personnes ont écrit, vous pourrez leur répondre à toutes d'un coup et choisir un seul courriel par semaine.",
      ),
      button("Ouvrir notre page", "{{OFFICE_URL}}"),
      paragraph(
        "Le lien sert une seule fois, jusqu'au {{EXPIRES_AT}}. Il n'a été envoyé qu'à cette adresse : qui lit cette boîte décide de qui ouvre la page.",
      ),
      smallPrint("Vous n'avez rien demandé? Ne faites rien : il ne se passera rien. La campagne est menée par {{ORGANIZATION_NAME}}."),
    ),
  },
};

export const officeDigest: TemplateSeed = {
  key: "office-digest",
  en: {
    name: "The week's letters to an office",
    description: "All letters of a week in one mail, for an office that asked for it.",
    subjectLine: "{{LETTER_COUNT}}: “{{CAMPAIGN_TITLE}}”",
    ...mail(
      "en",
      paragraph("To the office of {{RECIPIENT_NAME}},"),
      paragraph(
        "you asked for one mail a week. Below is every letter that came since the last one: {{LETTER_COUNT}}. Each names its writer and the address at which an answer reaches her or him.",
      ),
      button("Answer everybody at once", "{{OFFICE_URL}}"),
      letter("{{MESSAGE}}"),
      smallPrint("Sent with the help of {{ORGANIZATION_NAME}}. To get each letter on its own again, open your office’s page."),
    ),
  },
  fr: {
    name: "Les lettres de la semaine à un bureau",
    description: "Toutes les lettres d'une semaine en un courriel, pour un bureau qui l'a demandé.",
    subjectLine: "{{LETTER_COUNT}} : « {{CAMPAIGN_TITLE}} »",
    ...mail(
      "fr",
      paragraph("Au bureau de {{RECIPIENT_NAME}},"),
      paragraph(
        "Vous avez demandé un seul courriel par semaine. Voici toutes les lettres reçues depuis le dernier : {{LETTER_COUNT}}. Chacune porte le nom de qui l'a écrite et l'adresse où lui répondre.",
      ),
      button("Répondre à tout le monde", "{{OFFICE_URL}}"),
      letter("{{MESSAGE}}"),
      smallPrint(
        "Envoyé avec l'aide de {{ORGANIZATION_NAME}}. Pour recevoir de nouveau chaque lettre séparément, ouvrez la page de votre bureau.",
      ),
    ),
  },
};

export const officeMessage: TemplateSeed = {
  key: "office-message",
  en: {
    name: "An office writes to the organisers",
    description: "Brings what an office wrote on its page to the campaign's organisers.",
    subjectLine: "The office of {{RECIPIENT_NAME}} writes to you",
    ...mail(
      "en",
      paragraph("Hello,"),
      paragraph("the office of {{RECIPIENT_NAME}} wrote to you on its page of the campaign “{{CAMPAIGN_TITLE}}”:"),
      quotation("{{MESSAGE}}"),
      paragraph("Answer to {{REPLY_FROM}}."),
    ),
  },
  fr: {
    name: "Un bureau écrit à l'équipe",
    description: "Transmet à l'équipe de la campagne ce qu'un bureau a écrit sur sa page.",
    subjectLine: "Le bureau de {{RECIPIENT_NAME}} vous écrit",
    ...mail(
      "fr",
      paragraph("Bonjour,"),
      paragraph("Le bureau de {{RECIPIENT_NAME}} vous a écrit depuis sa page de la campagne « {{CAMPAIGN_TITLE}} » :"),
      quotation("{{MESSAGE}}"),
      paragraph("Répondez à {{REPLY_FROM}}."),
    ),
  },
};

export const officeAnswerRejected: TemplateSeed = {
  key: "office-answer-rejected",
  en: {
    name: "An office's answer was refused",
    description: "Tells an office why its answer to everybody was not published and mailed.",
    subjectLine: "Your answer to the letters about “{{CAMPAIGN_TITLE}}”",
    ...mail(
      "en",
      paragraph("Hello,"),
      paragraph(
        "{{RECIPIENT_NAME}} wrote an answer to everybody who took part in “{{CAMPAIGN_TITLE}}”. We did not publish it, and it was mailed to nobody. This is why:",
      ),
      quotation("{{REASON}}"),
      paragraph("You can write another one on your page. The link at the foot of each letter leads there."),
    ),
  },
  fr: {
    name: "La réponse d'un bureau est refusée",
    description: "Explique à un bureau pourquoi sa réponse à tout le monde n'est ni publiée ni envoyée.",
    subjectLine: "Votre réponse aux lettres sur « {{CAMPAIGN_TITLE}} »",
    ...mail(
      "fr",
      paragraph("Bonjour,"),
      paragraph(
        "{{RECIPIENT_NAME}} a répondu à toutes les personnes qui ont participé à « {{CAMPAIGN_TITLE}} ». Nous n'avons pas publié cette réponse, et personne ne l'a reçue. Voici pourquoi :",
      ),
      quotation("{{REASON}}"),
      paragraph("Vous pouvez en écrire une autre sur votre page; le lien au bas de chaque lettre y mène."),
    ),
  },
};

export const officeReplyRejected: TemplateSeed = {
  key: "office-reply-rejected",
  en: {
    name: "An office's public reply was refused",
    description: "Tells an office why its public reply below a response is not shown.",
    subjectLine: "Your public reply on the page of “{{CAMPAIGN_TITLE}}”",
    ...mail(
      "en",
      paragraph("Hello,"),
      paragraph(
        "The office of {{RECIPIENT_NAME}} added a public reply to a response on the page of “{{CAMPAIGN_TITLE}}”. We do not show it. This is why:",
      ),
      quotation("{{REASON}}"),
      paragraph("This is what you had written:"),
      quotation("{{MESSAGE}}"),
      paragraph("You may write another one on the page of your office; it is read before it is shown, too."),
      button("Open the page of our office", "{{OFFICE_URL}}"),
    ),
  },
  fr: {
    name: "La réplique publique d’un bureau est refusée",
    description: "Explique à un bureau pourquoi sa réplique publique sous une réponse n’est pas montrée.",
    subjectLine: "Votre réplique publique sur la page de « {{CAMPAIGN_TITLE}} »",
    ...mail(
      "fr",
      paragraph("Bonjour,"),
      paragraph(
        "Le bureau de {{RECIPIENT_NAME}} a ajouté une réplique publique à une réponse sur la page de « {{CAMPAIGN_TITLE}} ». Nous ne la montrons pas. Voici pourquoi :",
      ),
      quotation("{{REASON}}"),
      paragraph("Voici ce que vous aviez écrit :"),
      quotation("{{MESSAGE}}"),
      paragraph("Vous pouvez en écrire une autre sur la page de votre bureau; elle sera lue, elle aussi, avant d’être montrée."),
      button("Ouvrir la page de notre bureau", "{{OFFICE_URL}}"),
    ),
  },
};
