import type { CampaignEmailStatus } from "@cml/domain/influence";
import type { Translations } from "@cml/domain/kernel";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import type { NewLetter } from "../influence/new-letters";

/** The import under which the demo's doors and areas stand, so that they are found again. */
export const insertDemoImport = async (
  client: PoolClient,
  run: { id: string; fileName: string; rows: number; at: Date },
): Promise<void> => {
  await client.query(
    `INSERT INTO "ImportRun" ("id", "kind", "status", "fileName", "options", "totalRows", "readCount", "createdCount", "createdAt", "startedAt",
       "finishedAt", "isDemo") VALUES ($1, 'demo', 'COMPLETED', $2, '{}', $3, $3, $3, $4, $4, $4, true)`,
    [run.id, run.fileName, run.rows, run.at],
  );
};

/** Marks what the demo's import made. */
export const markDemoDoors = async (client: PoolClient, importRunId: string): Promise<void> => {
  await client.query(`UPDATE "Location" SET "isDemo" = true WHERE "importRunId" = $1`, [importRunId]);
};

export type DemoCut = { id: string; parentCutId: string | null; translations: Translations };

export const markDemoCut = async (client: PoolClient, { id, parentCutId, translations }: DemoCut): Promise<void> => {
  await client.query(`UPDATE "Cut" SET "isDemo" = true, "parentCutId" = $2, "translations" = $3 WHERE "id" = $1`, [
    id,
    parentCutId,
    JSON.stringify(translations),
  ]);
};

export const markDemoShifts = async (tx: Db, ids: string[]): Promise<void> => {
  await tx.prisma.shift.updateMany({ where: { id: { in: ids } }, data: { isDemo: true } });
};

/** How far a letter of the demo has come; the columns a real one would have by then. */
export type DemoLetter = NewLetter & {
  status: CampaignEmailStatus;
  queuedAt: Date | null;
  handOverStartedAt: Date | null;
  sentAt: Date | null;
  attempts: number;
  nextAttemptAt: Date | null;
  smtpResponse: string | null;
  messageId: string | null;
  keptLocally: boolean;
};

export const insertDemoLetters = async (tx: Db, letters: DemoLetter[]): Promise<void> => {
  await tx.prisma.campaignEmail.createMany({ data: letters.map((letter) => ({ ...letter, emailMethod: "SMTP" as const })) });
};

export const setSignupsAttended = async (tx: Db, shiftId: string, checkedInAt: Date): Promise<void> => {
  await tx.prisma.shiftSignup.updateMany({ where: { shiftId }, data: { status: "ATTENDED", checkedInAt } });
};
