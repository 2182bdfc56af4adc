import type { commonTemplateVariables, systemTemplates } from "@cml/domain/content";
import type { VariableSeed } from "./template-seed";

type Templates = (typeof systemTemplates)[keyof typeof systemTemplates];
type VariableKey = Templates["required"][number] | Templates["optional"][number] | CommonKey;
type CommonKey = (typeof commonTemplateVariables)["required"][number] | (typeof commonTemplateVariables)["optional"][number];

const variable = (en: [label: string, sample: string], fr: [label: string, sample: string]): VariableSeed => ({
  en: { label: en[0], sampleValue: en[1] },
  fr: { label: fr[0], sampleValue: fr[1] },
});

const link = (label: string, libelle: string): VariableSeed =>
  variable([label, "https://example.ca/link/sample"], [libelle, "https://example.ca/link/exemple"]);

/** Label and sample of every variable; a missing one does not compile. */
export const variables: Record<VariableKey, VariableSeed> = {
  ORGANIZATION_NAME: variable(["Organisation", "Neighbours for Transit"], ["Organisation", "Voisins pour le transport"]),
  POSTAL_ADDRESS: variable(
    ["Postal address", "120 Main Street, Vancouver BC V6A 2S5"],
    ["Adresse postale", "120, rue Main, Vancouver (C.-B.) V6A 2S5"],
  ),
  SUBJECT: variable(
    ["Subject of the letter", "More buses on Hastings Street"],
    ["Objet de la lettre", "Plus d'autobus sur la rue Hastings"],
  ),
  MESSAGE: variable(
    ["Message", "I ride the 14 to work every day.\nPlease vote for more frequent service."],
    ["Message", "Je prends la ligne 14 tous les jours.\nVotez pour un service plus fréquent, s'il vous plaît."],
  ),
  USER_NAME: variable(["Name of the person", "Marie Tremblay"], ["Nom de la personne", "Marie Tremblay"]),
  USER_EMAIL: variable(["E-mail of the person", "marie@example.ca"], ["Courriel de la personne", "marie@example.ca"]),
  RECIPIENT_NAME: variable(["Name of the representative", "Alex Chen"], ["Nom de l'élu", "Alex Chen"]),
  RECIPIENT_TITLE: variable(["Office of the representative", "Councillor"], ["Fonction de l'élu", "Conseillère municipale"]),
  RECIPIENT_NAMES: variable(["Names of all recipients", "Alex Chen and Sam Roy"], ["Noms des destinataires", "Alex Chen et Sam Roy"]),
  CAMPAIGN_TITLE: variable(["Title of the campaign", "More buses, now"], ["Titre de la campagne", "Plus d'autobus, maintenant"]),
  BOXES: variable(
    ["Boxes that were ticked, a line each", "Tell me by e-mail how this campaign ends."],
    ["Cases cochées, une par ligne", "Écrivez-moi pour me dire comment cette campagne se termine."],
  ),
  CONFIRM_URL: link("Link that confirms the letter", "Lien qui confirme la lettre"),
  EXPIRES_AT: variable(["End of the link", "23 November 2026, 17:00"], ["Fin du lien", "23 novembre 2026, 17 h"]),
  REPLY_FROM: variable(
    ["Who answered, with the address", "Office of Alex Chen, alex.chen@example.ca"],
    ["Qui a répondu, avec l'adresse", "Bureau d'Alex Chen, alex.chen@example.ca"],
  ),
  ATTACHMENTS: variable(["Names of attached files", "letter.pdf"], ["Noms des pièces jointes", "lettre.pdf"]),
  MISSING_COUNT: variable(["Letters that come too late", "412"], ["Lettres en retard", "412"]),
  WAITING_COUNT: variable(["Letters that wait", "900"], ["Lettres en attente", "900"]),
  SENT_ON: variable(["Day the letter left", "8 November 2026"], ["Jour du départ de la lettre", "8 novembre 2026"]),
  PAGE_URL: link("Link to the question", "Lien vers la question"),
  STOP_URL: link("Link that stops these mails", "Lien pour ne plus recevoir ces messages"),
  ANSWERED_URL: link("Link: I got an answer", "Lien : j’ai reçu une réponse"),
  ACKNOWLEDGED_URL: link("Link: only acknowledged", "Lien : seulement un accusé de réception"),
  NOT_SATISFACTORY_URL: link("Link: not satisfactory", "Lien : réponse insatisfaisante"),
  NOTHING_URL: link("Link: nothing came", "Lien : je n’ai rien reçu"),
  RECIPIENT_1: variable(["First recipient of several", ""], ["Premier destinataire de plusieurs", ""]),
  LETTER_URL_1: variable(["Link for the first recipient", ""], ["Lien du premier destinataire", ""]),
  RECIPIENT_2: variable(["Second recipient", ""], ["Deuxième destinataire", ""]),
  LETTER_URL_2: variable(["Link for the second recipient", ""], ["Lien du deuxième destinataire", ""]),
  RECIPIENT_3: variable(["Third recipient", ""], ["Troisième destinataire", ""]),
  LETTER_URL_3: variable(["Link for the third recipient", ""], ["Lien du troisième destinataire", ""]),
  RECIPIENT_4: variable(["Fourth recipient", ""], ["Quatrième destinataire", ""]),
  LETTER_URL_4: variable(["Link for the fourth recipient", ""], ["Lien du quatrième destinataire", ""]),
  RECIPIENT_5: variable(["Fifth recipient", ""], ["Cinquième destinataire", ""]),
  LETTER_URL_5: variable(["Link for the fifth recipient", ""], ["Lien du cinquième destinataire", ""]),
  MORE_COUNT: variable(["How many more recipients", ""], ["Autres destinataires", ""]),
  OUTCOME: variable(
    ["What was decided", "Council voted 7 to 4 for the motion. The new buses begin in May."],
    ["Ce qui a été décidé", "Le conseil a adopté la motion par 7 voix contre 4. Les nouveaux autobus arrivent en mai."],
  ),
  NEXT_STEP_LABEL: variable(["Next thing to do", "Thank your councillor"], ["Prochaine chose à faire", "Remerciez votre conseillère"]),
  NEXT_STEP_URL: link("Link to the next thing to do", "Lien vers la prochaine chose à faire"),
  DEADLINE: variable(["Deadline", "25 November 2026, 12:00"], ["Date limite", "25 novembre 2026, 12 h"]),
  CAMPAIGN_URL: link("Link to the campaign", "Lien vers la campagne"),
  RESPONSE_TEXT: variable(
    ["Text of the response", "Thank you for writing. I support the motion."],
    ["Texte de la réponse", "Merci de votre lettre. J'appuie la motion."],
  ),
  REASON: variable(
    ["Why it was refused", "The name of a neighbour stands in it. Please cover it and share it again."],
    ["Pourquoi elle est refusée", "Le nom d'une voisine y figure. Masquez-le et transmettez-la de nouveau."],
  ),
  SHARE_URL: link("Link that puts the answer on the wall", "Lien pour mettre la réponse sur le mur"),
  SUBMITTED_BY: variable(["Who shared it", "Marie Tremblay"], ["Transmise par", "Marie Tremblay"]),
  VERIFY_URL: link("Link that confirms", "Lien qui confirme"),
  REPORT_URL: link("Link that reports", "Lien qui signale"),
  LETTER_COUNT: variable(["How many letters", "38 letters"], ["Nombre de lettres", "38 lettres"]),
  OFFICE_URL: link("Link to the office's page", "Lien vers la page du bureau"),
  WALL_URL: link("Link to the response on the wall", "Lien vers la réponse sur le mur"),
  KEPT_URL: link("Link to what is kept about the person", "Lien vers ce qui est conservé au sujet de la personne"),
  OFFER_UNTIL: variable(["End of the offer", "Friday, November 27, 11:00 p.m."], ["Fin de l'offre", "vendredi 27 novembre, 23 h 00"]),
  TAKE_URL: link("Link that takes the offered place", "Lien pour prendre la place offerte"),
  COMING_URL: link("Link: I am coming", "Lien : je serai là"),
  CANCEL_URL: link("Link: I cannot come", "Lien : je ne peux pas venir"),
  IS_CONFIRMED: variable(["Filled when the person said she comes", "yes"], ["Rempli si la personne a dit qu'elle vient", "oui"]),
  SHIFTS_URL: link("Link to all shifts", "Lien vers tous les quarts"),
  NEXT_SHIFTS: variable(
    ["The next shifts, a line each", "Doors in Strathcona: Saturday, December 5, 2026, 10:00 a.m. to 1:00 p.m."],
    ["Les prochains quarts, un par ligne", "Porte-à-porte à Strathcona : samedi 5 décembre 2026, de 10 h 00 à 13 h 00"],
  ),
  SHIFT_TITLE: variable(["Title of the shift", "Doors in Strathcona"], ["Titre du quart", "Porte-à-porte à Strathcona"]),
  SHIFT_DATE: variable(["Day of the shift", "Saturday, 28 November 2026"], ["Jour du quart", "samedi 28 novembre 2026"]),
  SHIFT_TIME: variable(["Time of the shift", "10:00 to 13:00"], ["Heure du quart", "de 10 h à 13 h"]),
  SHIFT_LOCATION: variable(["Meeting place", "Strathcona Park, north gate"], ["Lieu de rencontre", "Parc Strathcona, entrée nord"]),
  SHIFT_DESCRIPTION: variable(
    ["Description of the shift", "We knock in pairs; first-timers are welcome."],
    ["Description du quart", "Nous allons deux par deux; les nouveaux sont les bienvenus."],
  ),
  SHIFT_URL: link("Link to the sign-up", "Lien vers l'inscription"),
  IS_WAITLISTED: variable(["On the waiting list?", ""], ["Sur la liste d'attente?", ""]),
  IS_NEW_USER: variable(["Is the account new?", "yes"], ["Compte nouveau?", "oui"]),
  SIGN_IN_URL: link("Link that signs in", "Lien de connexion"),
  CAPTAIN_NAME: variable(["Name of the captain", "Jo Singh"], ["Nom du responsable", "Jo Singh"]),
  CAPTAIN_PHONE: variable(["Phone of the captain", "604-555-0123"], ["Téléphone du responsable", "604-555-0123"]),
  INVITED_BY: variable(["Who made the account", "Jo Singh"], ["Qui a ouvert le compte", "Jo Singh"]),
  RESET_URL: link("Link to a new password", "Lien vers un nouveau mot de passe"),
  SENT_BY: variable(["Who sent the test", "Marie Tremblay"], ["Auteur de l'essai", "Marie Tremblay"]),
  SENT_AT: variable(["When it was sent", "22 November 2026, 14:30"], ["Moment de l'envoi", "22 novembre 2026, 14 h 30"]),
  MAIL_SERVER: variable(["Mail server", "smtp.example.ca"], ["Serveur de courriel", "smtp.example.ca"]),
};
