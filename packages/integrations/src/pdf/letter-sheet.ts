/** One letter on paper; texts are ready to print, lines apart from one another. */
export type LetterSheet = {
  date: string;
  from: string[];
  to: string[];
  /** Printed where the stamp would go; null where one is needed. */
  noStamp: string | null;
  subject: string;
  body: string;
  /** Printed below the body: name, street, place. */
  closing: string[];
  /** Small print at the foot of each page. */
  footer: string | null;
};

/** The first page of a bundle: what it is, and facts in two columns. */
export type CoverSheet = { title: string; subtitle: string | null; facts: { label: string; value: string }[]; note: string | null };
