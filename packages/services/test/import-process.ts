import { createDb } from "@cml/db";
import { systemActor } from "@cml/domain/kernel";
import { runImport, runUndo } from "@cml/services/map";
import { testDeps } from "@cml/testing";
import { serveTestProcess } from "@cml/testing/processes";

const setUp = () => testDeps({ db: createDb(process.env["TEST_DATABASE_URL"] ?? "", { max: 4 }) });

/** A worker that imports, or undoes, until it has ended or is killed; files of its storage come with the call. */
const methods = {
  importRows: async (importId: string, storageKey: string, text: string): Promise<string> => {
    const deps = setUp();
    await deps.storage.put(storageKey, Buffer.from(text), "text/csv");
    return (await runImport(deps, systemActor(), { importId })).status;
  },
  undoRows: async (importId: string): Promise<string> => (await runUndo(setUp(), systemActor(), { importId })).status,
};
export type ImportProcess = typeof methods;

serveTestProcess(methods);
