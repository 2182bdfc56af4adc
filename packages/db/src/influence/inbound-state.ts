import type { InboundState } from "@cml/domain/settings";
import type { Db } from "../client";

const singleton = { id: "default" } as const;

export const findInboundState = async (db: Db): Promise<InboundState> => {
  const row = await db.prisma.inboundState.findUnique({ where: singleton, omit: { id: true } });
  return row ?? { lastOkAt: null, lastMailAt: null, lastErrorAt: null, lastError: null };
};

/** Writes the fields given. */
export const noteInboundState = async (db: Db, state: Partial<InboundState>): Promise<void> => {
  await db.prisma.inboundState.upsert({ where: singleton, create: { ...singleton, ...state }, update: state });
};
