import type { Locale, Translations } from "@cml/domain/kernel";

type Texts = Record<string, string>;
export type BothLanguages<T extends Texts> = Record<Locale, T>;

/** The seed fields in the organisation's language, the other language beside them. */
export const inBoth = <T extends Texts>(texts: BothLanguages<T>, locale: Locale): T & { translations: Translations } => {
  const other: Locale = locale === "en" ? "fr" : "en";
  return { ...texts[locale], translations: { [other]: texts[other] } };
};

export const organisation = {
  en: { organizationName: "Neighbours for Shade", organizationShortName: "Shade" },
  fr: { organizationName: "Voisins pour l’ombre", organizationShortName: "Ombre" },
};

export const campaign = {
  en: {
    title: "A tree in front of every door",
    description:
      "On the hottest day last summer it was nine degrees cooler under the chestnuts than on the bare block around the corner. The people who lived on the bare block felt every one of them.\n\nStreet trees are cheap, loved and slow. The ones our children will sit under have to go into the ground in the next few autumns, and then somebody has to water them for three summers.\n\nThe city decides where trees go and who waters them. Ottawa has money for planting that our neighbourhood has not asked for yet. We ask both to do their part.",
    callToAction: "It takes two minutes. Your letter goes to your own representatives, in your own words if you like.",
    emailSubject: "Trees for the streets that have none",
    emailBody:
      "Dear {{REPRESENTATIVE_NAME}},\n\nI live in {{SENDER_CITY}}, on a street where summer is hard to bear. There are blocks near me without a single tree, and they are the ones where people have no garden and no cool room to go to.\n\nI ask you to help plant a tree in front of every door that wants one: places on the bare blocks first, money for planting and for three summers of watering, and a public map that shows how far we are.\n\nWould you tell me what you can do before planting season begins, and what stands in the way?\n\nWith thanks,\n{{SENDER_NAME}}",
  },
  fr: {
    title: "Un arbre devant chaque porte",
    description:
      "Le jour le plus chaud de l’été dernier, il faisait neuf degrés de moins sous les marronniers que sur la rue nue d’à côté. Les gens de la rue nue les ont tous sentis passer.\n\nUn arbre de rue coûte peu, plaît à tout le monde et prend son temps. Ceux qui abriteront nos enfants doivent être plantés ces prochains automnes, puis arrosés pendant trois étés.\n\nLa Ville décide où vont les arbres et qui les arrose. Ottawa a de l’argent pour planter, et notre quartier ne l’a pas encore demandé. Nous demandons à chacun de faire sa part.",
    callToAction: "Deux minutes suffisent. Votre lettre part vers vos propres élus, avec vos mots si vous le voulez.",
    emailSubject: "Des arbres pour les rues qui n’en ont pas",
    emailBody:
      "Bonjour {{REPRESENTATIVE_NAME}},\n\nJ’habite {{SENDER_CITY}}, dans une rue où l’été est dur à supporter. Près de chez moi, des pâtés de maisons entiers n’ont pas un seul arbre, et ce sont ceux où les gens n’ont ni jardin ni pièce fraîche.\n\nJe vous demande d’aider à planter un arbre devant chaque porte qui en veut un : d’abord dans les rues nues, avec l’argent pour planter et pour trois étés d’arrosage, et une carte publique qui montre où nous en sommes.\n\nPourriez-vous me dire ce que vous pouvez faire avant la saison des plantations, et ce qui s’y oppose ?\n\nMerci,\n{{SENDER_NAME}}",
  },
};

/** Invented people: every address ends in `.example`, which no mail server anywhere answers for. */
export const representatives = [
  {
    name: "Noor Whitfield",
    firstName: "Noor",
    lastName: "Whitfield",
    gender: "F",
    level: "FEDERAL",
    electedOffice: "MP",
    districtName: "Vancouver—Oak Hill",
    email: "noor.whitfield@parliament.example",
    tel: "604 555-0142",
  },
  {
    name: "Gaëlle Fontaine-Reid",
    firstName: "Gaëlle",
    lastName: "Fontaine-Reid",
    gender: "F",
    level: "MUNICIPAL",
    electedOffice: "Mayor",
    districtName: "Vancouver",
    email: "mayor@city.example",
    tel: "604 555-0117",
  },
  {
    name: "Harpreet Lindqvist",
    firstName: "Harpreet",
    lastName: "Lindqvist",
    gender: "M",
    level: "MUNICIPAL",
    electedOffice: "Councillor",
    districtName: "Vancouver",
    email: "harpreet.lindqvist@city.example",
    tel: "604 555-0163",
  },
] as const;

export const neighbourhood = {
  en: { name: "South Cambie", description: "The whole neighbourhood, from 16th Avenue to 41st." },
  fr: { name: "South Cambie", description: "Le quartier entier, de la 16e Avenue à la 41e." },
};

export const turfs = [
  {
    en: { name: "South Cambie north-west", description: "16th and 17th Avenue, from Oak to Heather." },
    fr: { name: "South Cambie nord-ouest", description: "16e et 17e Avenue, d’Oak à Heather." },
  },
  {
    en: { name: "South Cambie north-east", description: "16th and 17th Avenue, from Heather to Cambie." },
    fr: { name: "South Cambie nord-est", description: "16e et 17e Avenue, de Heather à Cambie." },
  },
  {
    en: { name: "South Cambie west", description: "18th and 19th Avenue, from Oak to Heather." },
    fr: { name: "South Cambie ouest", description: "18e et 19e Avenue, d’Oak à Heather." },
  },
];

export const shiftTomorrow = {
  en: {
    title: "Evening walk for shade",
    description: "We knock in pairs, ask who would like a tree, and are back for tea at nine. New people walk with somebody who has done it before.",
    location: "Benches at Heather Park, 18th Avenue and Heather",
  },
  fr: {
    title: "Tournée du soir pour l’ombre",
    description: "Nous frappons aux portes deux par deux, demandons qui aimerait un arbre, et rentrons prendre le thé à neuf heures. Les nouveaux marchent avec quelqu’un qui connaît.",
    location: "Bancs du parc Heather, 18e Avenue et Heather",
  },
}; // prettier-ignore

export const shiftBefore = {
  en: { title: "First walk for shade", description: "Our first evening at the doors.", location: "Benches at Heather Park, 18th Avenue and Heather" },
  fr: { title: "Première tournée pour l’ombre", description: "Notre premier soir aux portes.", location: "Bancs du parc Heather, 18e Avenue et Heather" },
}; // prettier-ignore
