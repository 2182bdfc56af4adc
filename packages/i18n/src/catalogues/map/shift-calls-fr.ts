/** Textos aux personnes qui n'ont pas dit qu'elles viennent; elles répondent au téléphone de qui appelle. */
export const shiftCallsFr = {
  tomorrow:
    "Bonjour {{name}}, ici {{organization}}. Vous êtes du quart « {{title}} » demain, {{time}}. Serez-vous là? Un simple oui ou non suffit.",
  tomorrowWhere:
    "Bonjour {{name}}, ici {{organization}}. Vous êtes du quart « {{title}} » demain, {{time}}, {{where}}. Serez-vous là? Un simple oui ou non suffit.",
  day: "Bonjour {{name}}, ici {{organization}}. Vous êtes du quart « {{title}} » le {{day}}, {{time}}. Serez-vous là? Un simple oui ou non suffit.",
  dayWhere:
    "Bonjour {{name}}, ici {{organization}}. Vous êtes du quart « {{title}} » le {{day}}, {{time}}, {{where}}. Serez-vous là? Un simple oui ou non suffit.",
};

/** Columns of exported sign-ups. */
export const signupExportFr = {
  shift: "quart",
  kind: "sorte",
  date: "jour",
  startTime: "de",
  endTime: "à",
  location: "lieu de rendez-vous",
  turf: "secteur",
  name: "nom",
  email: "courriel",
  phone: "téléphone",
  language: "langue",
  status: "état",
  source: "venu par",
  signedUpAt: "inscription",
  confirmedAt: "a dit venir",
  calls: "appels",
  attended: "présence",
  noShow: "absence",
  checkedInAt: "arrivée",
  leftAt: "départ",
  shiftId: "id du quart",
  id: "id",
  yes: "oui",
  no: "non",
};
