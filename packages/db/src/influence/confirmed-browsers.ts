import type { Db } from "../client";

export type NewConfirmedBrowser = { id: string; tokenHash: string; email: string; confirmedAt: Date; expiresAt: Date };

/** Remembers that a browser's address was confirmed; confirming again only moves the date. */
export const rememberBrowser = async (db: Db, browser: NewConfirmedBrowser): Promise<void> => {
  const { tokenHash, confirmedAt, expiresAt } = browser;
  await db.prisma.confirmedBrowser.upsert({ where: { tokenHash }, create: browser, update: { confirmedAt, expiresAt } });
};

export const isBrowserConfirmed = async (db: Db, { tokenHash, now }: { tokenHash: string; now: Date }): Promise<boolean> =>
  (await db.prisma.confirmedBrowser.count({ where: { tokenHash, expiresAt: { gt: now } } })) > 0;
