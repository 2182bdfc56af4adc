import type { Deps } from "../deps";

type Keyed = Pick<Deps, "secrets">;
type Person = { email: string | null; phone: string | null };

/** How somebody who asked to be forgotten stands in the list of the erased: by e-mail, and by the digits of the phone. */
export const suppressionKeysOf = ({ secrets }: Keyed, { email, phone }: Person): { kind: "email" | "phone"; keyHash: string }[] => {
  const number = (phone ?? "").replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
  return [
    ...(email === null ? [] : [{ kind: "email" as const, keyHash: secrets.keyedHash("suppression", email) }]),
    ...(number === "" ? [] : [{ kind: "phone" as const, keyHash: secrets.keyedHash("suppression", number) }]),
  ];
};
