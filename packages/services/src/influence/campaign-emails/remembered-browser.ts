import type { Db } from "@cml/db";
import { isBrowserConfirmed, rememberBrowser } from "@cml/db/influence";
import { rememberedDays } from "@cml/domain/influence";
import type { Deps } from "../../deps";

/** A browser's token and an address, as one keyed hash: neither can be read from it, nor used for another address. */
export const browserHashOf = (deps: Pick<Deps, "secrets">, token: string, email: string): string =>
  deps.secrets.keyedHash("confirmed-browser", JSON.stringify([token, email]));

/** Tokens given with a confirmed submission: to the browser that pressed the button, and to the one that waited. */
export const browserTokenOf = (deps: Pick<Deps, "secrets">, who: "CONFIRMED" | "WAITED", verificationId: string): string =>
  deps.secrets.keyedHash(`browser-token-${who.toLowerCase()}`, verificationId);

/** Whether this browser confirmed this address within the last 90 days. */
export const isRemembered = async (deps: Deps, token: string | null, email: string): Promise<boolean> =>
  token !== null && (await isBrowserConfirmed(deps.db, { tokenHash: browserHashOf(deps, token, email), now: deps.clock.now() }));

export const remember = (deps: Deps, db: Db, { email, tokenHash }: { email: string; tokenHash: string }): Promise<void> => {
  const confirmedAt = deps.clock.now();
  const expiresAt = new Date(confirmedAt.getTime() + rememberedDays * 86_400_000);
  return rememberBrowser(db, { id: deps.newId(), tokenHash, email, confirmedAt, expiresAt });
};
