import type { ResponseType } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";

/** `to`: which of the demo's representatives; `daysAgo`: when it was shared; `days`: how long the reply took. */
export type DemoReply = {
  to: number;
  from: string | null;
  email: string;
  locale: Locale;
  type: ResponseType;
  text: string;
  comment: string | null;
  daysAgo: number;
  days: number;
  confirmed?: boolean;
  proofSeen?: boolean;
  officeReply?: string;
  upvotes: number;
  waits?: boolean;
};

/** What supporters shared: two of them confirmed by their office, two with a proof we saw, one waiting for a moderator. */
export const demoReplies: DemoReply[] = [
  {
    to: 0,
    from: "Kofi Lam",
    email: "kofi.lam@home.example",
    locale: "en",
    type: "EMAIL",
    text: "Dear Kofi,\n\nThank you for writing about the streets that have no trees. I will ask the committee to put money for planting, and for three summers of watering, into the autumn estimates, and I will vote for it.\n\nIf you would like to talk about it, my office is at 1204 Heather Street, Suite 4, or call 604 555-0142.\n\nNoor Whitfield",
    comment: "Six days, and a real answer. I did not expect that.",
    daysAgo: 19,
    days: 6,
    confirmed: true,
    officeReply:
      "The committee took it up on its list for the second reading. We will post here how the vote goes. — Office of Noor Whitfield",
    upvotes: 3,
  },
  {
    to: 1,
    from: "Ada Brodeur",
    email: "ada.brodeur@home.example",
    locale: "fr",
    type: "LETTER",
    text: "Madame,\n\nVotre lettre a été lue en entier, et pas par moi seule. Les rues les plus chaudes de votre quartier sont inscrites au plan de plantation ; le service des parcs m’en remettra le calendrier avant Noël.\n\nGaëlle Fontaine-Reid, mairesse",
    comment: "Une vraie lettre, sur papier, signée à la main.",
    daysAgo: 12,
    days: 9,
    confirmed: true,
    proofSeen: true,
    upvotes: 2,
  },
  {
    to: 2,
    from: null,
    email: "rosa.delgado@home.example",
    locale: "en",
    type: "PHONE_CALL",
    text: "He called me back himself. He likes the idea but thinks the city cannot water that many young trees; he would support half of them this year and look at the rest after one dry summer.",
    comment: null,
    daysAgo: 9,
    days: 3,
    proofSeen: true,
    upvotes: 1,
  },
  {
    to: 0,
    from: "Sam Oyelaran",
    email: "sam.oyelaran@home.example",
    locale: "en",
    type: "MEETING",
    text: "At her open door on Friday she said she would rather see the money go to schoolyards first, and asked us for the three hottest blocks on our map.",
    comment: "We are bringing her the map next week.",
    daysAgo: 5,
    days: 11,
    upvotes: 0,
  },
  {
    to: 2,
    from: "Mina Gauthier",
    email: "mina.gauthier@home.example",
    locale: "fr",
    type: "EMAIL",
    text: "Bonjour Mina,\n\nMerci de votre message. Je réponds à tout le monde ce mois-ci : écrivez-moi à harpreet.lindqvist@city.example ou appelez le 604 555-0163, poste 12.\n\nHarpreet Lindqvist",
    comment: "Reçu au 88, rue des Érables.",
    daysAgo: 1,
    days: 4,
    upvotes: 0,
    waits: true,
  },
];

export const demoAnswer = {
  to: 1,
  subject: "Trees on the bare blocks: what we do this year",
  text: "To everybody who wrote:\n\nWe will plant 240 street trees between Oak and Cambie before the ground freezes, the bare blocks first. Watering for three summers is in the budget that council votes on in December; I will vote for it. A public map of every tree planted will be on the city's site in January.\n\nGaëlle Fontaine-Reid, Mayor",
  daysAgo: 3,
  mailedCount: 12,
} as const;

/** In the order of the demo's representatives. */
export const demoFacts = [
  { handedOver: 41, returned: 1, replies: 12, acknowledged: 8, nothing: 9, medianDays: 6 },
  { handedOver: 38, returned: 0, replies: 17, acknowledged: 5, nothing: 4, medianDays: 9 },
  { handedOver: 26, returned: 2, replies: 3, acknowledged: 6, nothing: 11, medianDays: 4 },
] as const;
