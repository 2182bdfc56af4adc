export const fr = {
  errors: {
    media: {
      uploadNotFound: "Ce téléversement est introuvable. Envoyez le fichier de nouveau.",
      videoNotFound: "Cette vidéo n’existe plus.",
      sourceNotFound: "Il n’y a rien à cette adresse.",
      jobGone: "Cette tâche a été confiée à un autre processus, ou elle est terminée.",
    },
  },
};
