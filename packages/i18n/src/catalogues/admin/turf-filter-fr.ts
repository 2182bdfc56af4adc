import type { turfFilterEn } from "./turf-filter-en";

export const turfFilterFr = {
  turfFilter: {
    title: "Quelles portes sont remises",
    lead: "Compte à partir de la prochaine remise. L’équipe qui parcourt le secteur garde les portes qu’elle a.",
    residentialOnly: "Logements seulement",
    comeBack: "Demande de repasser",
    wantsSign: "Veut une affiche",
    support: "Appui",
    notReachedSince: "Personne de joint depuis le",
    language: "Quelqu’un y parle",
    anyLanguage: "Toute langue",
    count: "{{doors}} portes sur {{all}}, dans {{buildings}} immeubles",
    clear: "Toutes les portes",
    save: "Enregistrer le filtre",
    saved: "Le filtre est enregistré. Il compte à partir de la prochaine remise.",
  },
} satisfies typeof turfFilterEn;
