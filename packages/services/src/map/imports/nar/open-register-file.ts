import { AppError, isAppError } from "@cml/domain/kernel";
import { openRecords, type RecordFile } from "@cml/formats";
import type { NarFile } from "./nar-files";

/** Opens one file of a register. What is wrong with it is said with its name: there may be twenty of them. */
export const openRegisterFile = async (file: Pick<NarFile, "name" | "open">): Promise<RecordFile> => {
  try {
    const { batches, ...read } = await openRecords(await file.open());
    return { ...read, batches: naming(file.name, batches) };
  } catch (error) {
    throw named(file.name, error);
  }
};

async function* naming(name: string, batches: RecordFile["batches"]): RecordFile["batches"] {
  try {
    yield* batches;
  } catch (error) {
    throw named(name, error);
  }
}

const ofOneFile: ReadonlySet<string> = new Set(["import.brokenCsv", "import.longRecord", "import.brokenPacking", "import.emptyFile"]);

const named = (name: string, error: unknown): unknown =>
  isAppError(error) && ofOneFile.has(error.messageKey)
    ? new AppError("INVALID", "import.registerBreaks", { name, row: Number(error.params["row"] ?? 1) }, { cause: error })
    : error;
