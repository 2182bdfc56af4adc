/** The account pages: two mailed links, and two forms that send one. */
export const accountForms = ["verify", "reset", "forgot", "signUp"] as const;
export type AccountForm = (typeof accountForms)[number];

/** The password rule in words the form can check while one types; the server holds the same rule. */
export const passwordProblem = (password: string): "resetShort" | "resetWeak" | null => {
  if ([...password].length < 12) return "resetShort";
  return /\p{Lu}/u.test(password) && /\p{Ll}/u.test(password) && /\d/.test(password) ? null : "resetWeak";
};
