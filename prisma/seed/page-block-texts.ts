import type { pageBlockTypes } from "@cml/domain/content";
import type { Locale } from "@cml/domain/kernel";

/** What a block says in one language: its name, its fields' names, and the words it starts with. */
export type BlockTexts = {
  label: string;
  category: string;
  fields: Record<string, string>;
  defaults: Record<string, string | Record<string, string>[]>;
};

export const blockTexts: Record<(typeof pageBlockTypes)[number], Record<Locale, BlockTexts>> = {
  hero: {
    en: {
      label: "Opening",
      category: "Headers",
      fields: {
        title: "Title",
        subtitle: "Line below",
        backgroundImage: "Picture behind",
        ctaText: "Button",
        ctaUrl: "Where the button leads",
      },
      defaults: {
        title: "Our street, our say",
        subtitle: "Tell the people who decide what your neighbourhood needs.",
        ctaText: "Write a letter",
      },
    },
    fr: {
      label: "Ouverture",
      category: "En-têtes",
      fields: { title: "Titre", subtitle: "Sous-titre", backgroundImage: "Image de fond", ctaText: "Bouton", ctaUrl: "Où mène le bouton" },
      defaults: {
        title: "Notre rue, notre voix",
        subtitle: "Dites à ceux qui décident ce dont votre quartier a besoin.",
        ctaText: "Écrire une lettre",
      },
    },
  },
  text: {
    en: {
      label: "Text",
      category: "Content",
      fields: { heading: "Heading", body: "Text" },
      defaults: { heading: "What this is about", body: "Say in three sentences what is at stake, who decides, and by when." },
    },
    fr: {
      label: "Texte",
      category: "Contenu",
      fields: { heading: "Intertitre", body: "Texte" },
      defaults: { heading: "De quoi il s'agit", body: "Dites en trois phrases ce qui est en jeu, qui décide, et pour quand." },
    },
  },
  image: {
    en: {
      label: "Picture",
      category: "Content",
      fields: { image: "Picture", alt: "Description for people who cannot see it", caption: "Caption" },
      defaults: { alt: "Neighbours at a street corner", caption: "Saturday morning on the corner." },
    },
    fr: {
      label: "Image",
      category: "Contenu",
      fields: { image: "Image", alt: "Description pour qui ne la voit pas", caption: "Légende" },
      defaults: { alt: "Des voisins au coin d'une rue", caption: "Samedi matin, au coin de la rue." },
    },
  },
  cta: {
    en: {
      label: "Call to action",
      category: "Action",
      fields: { heading: "Heading", body: "Text", buttonText: "Button", buttonUrl: "Where the button leads" },
      defaults: { heading: "Come along", body: "Two hours, two people, one street. We show you how.", buttonText: "Find a shift" },
    },
    fr: {
      label: "Appel à l'action",
      category: "Action",
      fields: { heading: "Intertitre", body: "Texte", buttonText: "Bouton", buttonUrl: "Où mène le bouton" },
      defaults: {
        heading: "Venez avec nous",
        body: "Deux heures, deux personnes, une rue. On vous montre comment faire.",
        buttonText: "Trouver un quart",
      },
    },
  },
  features: {
    en: {
      label: "Three points",
      category: "Content",
      fields: { heading: "Heading", items: "Points", "items.title": "Title", "items.text": "Text" },
      defaults: {
        heading: "What we ask for",
        items: [
          { title: "A bus every ten minutes", text: "From six in the morning to midnight, every day." },
          { title: "Shelter at every stop", text: "A roof, a bench and a light." },
          { title: "Fares people can pay", text: "Free for everyone under nineteen." },
        ],
      },
    },
    fr: {
      label: "Trois points",
      category: "Contenu",
      fields: { heading: "Intertitre", items: "Points", "items.title": "Titre", "items.text": "Texte" },
      defaults: {
        heading: "Ce que nous demandons",
        items: [
          { title: "Un autobus toutes les dix minutes", text: "De six heures à minuit, tous les jours." },
          { title: "Un abri à chaque arrêt", text: "Un toit, un banc, une lampe." },
          { title: "Des tarifs abordables", text: "Gratuit pour les moins de dix-neuf ans." },
        ],
      },
    },
  },
  testimonials: {
    en: {
      label: "Voices",
      category: "Content",
      fields: { heading: "Heading", items: "Voices", "items.quote": "Words", "items.name": "Name", "items.role": "Who they are" },
      defaults: {
        heading: "In their words",
        items: [{ quote: "Replace this with words somebody really said, and ask them first.", name: "Name", role: "Neighbour" }],
      },
    },
    fr: {
      label: "Témoignages",
      category: "Contenu",
      fields: { heading: "Intertitre", items: "Témoignages", "items.quote": "Paroles", "items.name": "Nom", "items.role": "Qui c'est" },
      defaults: {
        heading: "Ce qu'ils en disent",
        items: [{ quote: "Remplacez ceci par des paroles réelles, avec l'accord de la personne.", name: "Nom", role: "Du quartier" }],
      },
    },
  },
  form: {
    en: {
      label: "Form",
      category: "Action",
      fields: {
        heading: "Heading",
        body: "Text",
        nameLabel: "Label of the name",
        emailLabel: "Label of the e-mail",
        consentLabel: "Words of the consent box",
        buttonText: "Button",
      },
      defaults: {
        heading: "Stay in touch",
        body: "We write when something happens, not more often.",
        nameLabel: "Your name",
        emailLabel: "Your e-mail",
        consentLabel: "Yes, send me news by e-mail. I can stop it at any time.",
        buttonText: "Sign me up",
      },
    },
    fr: {
      label: "Formulaire",
      category: "Action",
      fields: {
        heading: "Intertitre",
        body: "Texte",
        nameLabel: "Étiquette du nom",
        emailLabel: "Étiquette du courriel",
        consentLabel: "Texte de la case de consentement",
        buttonText: "Bouton",
      },
      defaults: {
        heading: "Restons en contact",
        body: "Nous écrivons quand il se passe quelque chose, pas plus souvent.",
        nameLabel: "Votre nom",
        emailLabel: "Votre courriel",
        consentLabel: "Oui, envoyez-moi des nouvelles par courriel. Je peux arrêter à tout moment.",
        buttonText: "M'inscrire",
      },
    },
  },
};
