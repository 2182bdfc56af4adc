/** Texto à une personne attendue ; il part du téléphone du ou de la responsable. */
export const shiftDayFr = {
  text: "Bonjour {{name}}, ici {{captain}}, pour « {{title}} » ({{time}}{{where}}). Êtes-vous en route ?",
};

export const shiftDayErrorsFr = {
  notCaptain: "Seul son ou sa responsable dirige ce quart, d’une semaine avant à trois jours après.",
  tooEarly: "On inscrit les arrivées le jour du quart, pas avant.",
  notHere: "L’arrivée de cette personne n’est pas inscrite.",
  hasTurf: "Cette personne a un secteur. Reprenez-le d’abord.",
  closed: "Ce quart est clos. Rouvrez-le d’abord.",
  notBegun: "Ce quart n’est pas commencé.",
  stillOut:
    "Des secteurs sont encore sortis, ou des téléphones gardent peut-être des fiches. Donnez une raison pour clore, ou attendez-les.",
  noCode: "Ce n’est pas un code d’arrivée. Il a huit lettres et chiffres.",
  forged: "Ce code n’est à personne. Regardez encore la page d’inscription de la personne.",
  otherShift: "Ce code est pour un autre quart d’aujourd’hui : « {{title}} ».",
  otherDay: "Ce code est pour un autre jour.",
  codeCancelled: "{{name}} s’était désisté. Si la personne est là malgré tout, inscrivez son arrivée dans la liste.",
  notOfShift: "Un secteur va aux gens de ce quart. Ajoutez-les d’abord à la liste.",
};
