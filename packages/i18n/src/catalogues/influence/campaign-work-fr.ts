/** Ce qui est refusé à ceux qui préparent une campagne, et pourquoi; les colonnes de l’exportation. */
export const campaignErrorsFr = {
  window:
    "Les lettres n’auraient aucun moment pour partir : la fin doit suivre le début, et les heures demandent un début et une fin le même jour.",
  nextStep: "Une prochaine action demande à la fois un libellé et une adresse.",
  slugInUse: "Cette adresse est ou a été celle d’une autre campagne. Choisissez-en une autre.",
  coverNotFound: "Cette image n’est pas arrivée. Choisissez-la de nouveau.",
  problems: {
    noTargets: "Personne ne recevrait ces lettres. Choisissez d’abord à qui l’on écrit.",
    noWay: "On ne pourrait rien faire ici : permettez d’abord l’envoi, le logiciel de courriel, l’impression ou les appels.",
    window: "Les lettres n’auraient aucun moment pour partir. Corrigez d’abord les heures d’envoi.",
    ended: "La fin de la campagne est passée. Fixez d’abord une date ultérieure, ou aucune.",
  },
};

export const letterExportFr = {
  written: "Écrite (UTC)",
  status: "État",
  method: "Moyen",
  methods: { SMTP: "Envoyée d’ici", MAILTO: "Logiciel de courriel", PRINT: "Imprimée" },
  recipient: "Destinataire",
  recipientTitle: "Fonction",
  level: "Palier",
  party: "Parti",
  recipientEmail: "Courriel du destinataire",
  sender: "Expéditeur",
  senderEmail: "Courriel de l’expéditeur",
  postalCode: "Code postal",
  city: "Ville",
  language: "Langue",
  source: "Provenance",
  editedShare: "Part de ses propres mots",
  handedOver: "Remise (UTC)",
  returned: "Revenue (UTC)",
  answered: "Répondue (UTC)",
  handedIn: "Déposée (UTC)",
  notConstituent: "D’ailleurs, selon le bureau (UTC)",
  subject: "Objet",
  message: "Lettre",
};
