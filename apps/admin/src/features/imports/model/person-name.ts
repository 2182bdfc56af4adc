import type { UnmatchedPerson } from "@cml/domain/map";

/** What a person of a list is called; who has no name is called by how one reaches them. */
export const personName = ({ firstName, lastName, email, phone }: UnmatchedPerson["person"]): string =>
  [firstName, lastName].filter((part) => part !== null).join(" ") || (email ?? phone ?? "–");
