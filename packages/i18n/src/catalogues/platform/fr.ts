export const fr = {
  errors: {
    fetch: {
      notAllowed: "Impossible de prendre une image à cette adresse. Indiquez une adresse publique qui commence par https://.",
      unreachable: "Cette adresse ne répond pas. Vérifiez-la ou réessayez plus tard.",
      status: "Cette adresse a renvoyé une erreur ({{status}}).",
      slow: "Cette adresse a mis trop de temps à répondre.",
      redirects: "Cette adresse redirige sans fin d’une page à l’autre.",
      type: "Aucun fichier du bon type ne se trouve à cette adresse.",
      tooLarge: "Le fichier à cette adresse est trop lourd : {{megabytes}} Mo au maximum.",
    },
    image: {
      format: "Ce type de fichier n’est pas accepté. Choisissez une image JPEG, PNG, WebP, GIF, TIFF ou HEIF.",
      unreadable: "Cette image est illisible. Elle est peut-être endommagée.",
      tooManyPixels: "Cette image est trop grande : {{megapixels}} millions de pixels au maximum.",
    },
  },
};
