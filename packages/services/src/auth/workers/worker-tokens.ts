import { issueWorkerToken } from "@cml/auth";
import { transaction } from "@cml/db";
import { listMediaWorkers, revokeMediaWorker } from "@cml/db/auth";
import type { WorkerToken } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";

/** Makes a token for a machine that works through media jobs; it is told this once. Throws CONFLICT when the name is taken. */
export const createWorkerToken = (deps: Deps, actor: Actor, { name }: { name: string }): Promise<WorkerToken & { token: string }> =>
  transaction(deps.db, async (db) => {
    const worker = await issueWorkerToken({ db, now: deps.clock.now() }, { id: deps.newId(), name });
    if (worker === null) throw new AppError("CONFLICT", "auth.workerNameTaken");
    await recordAudit(db, { actor, action: "worker.create", entity: "MediaWorker", entityId: worker.id });
    return worker;
  });

export const listWorkerTokens = (deps: Deps, _actor: Actor): Promise<WorkerToken[]> => listMediaWorkers(deps.db);

/** The machine is refused from its next request on. */
export const revokeWorkerToken = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<WorkerToken> =>
  transaction(deps.db, async (db) => {
    const worker = await revokeMediaWorker(db, id, deps.clock.now());
    if (worker === null) throw new AppError("NOT_FOUND", "auth.workerNotFound");
    await recordAudit(db, { actor, action: "worker.revoke", entity: "MediaWorker", entityId: id });
    return worker;
  });
