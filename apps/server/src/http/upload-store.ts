import { Readable } from "node:stream";
import { AppError, isAppError } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";
import { beginUpload, dropUpload, readUpload, receiveUpload } from "@cml/services/platform";
import { DataStore, ERRORS, Upload } from "@tus/server";

/** What the tus server reads and writes, in the storage all servers share: any of them goes on with what another began. */
export class UploadStore extends DataStore {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    super();
    this.#deps = deps;
    this.extensions = ["creation", "creation-with-upload", "termination"];
  }

  override async create(upload: Upload): Promise<Upload> {
    const { owner, purpose, filename } = upload.metadata ?? {};
    await beginUpload(this.#deps, upload.id, {
      owner: owner ?? "",
      purpose: purpose ?? "",
      fileName: filename ?? null,
      sizeBytes: upload.size ?? 0,
    });
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const facts = await readUpload(this.#deps, id);
    if (facts === null) throw new TusRefusal(ERRORS.FILE_NOT_FOUND);
    const { owner, purpose, fileName: filename, sizeBytes: size, offset } = facts;
    return new Upload({ id, size, offset, metadata: { owner, purpose, filename } });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    try {
      return await receiveUpload(this.#deps, { id, offset, body: Readable.from(refusing(stream)) });
    } catch (error) {
      throw isAppError(error) ? answerOf(error) : error;
    }
  }

  override remove(id: string): Promise<void> {
    return dropUpload(this.#deps, id);
  }
}

/** A body longer than its file is refused as one: nothing of it may stand as the file's end. */
async function* refusing(stream: Readable): AsyncGenerator<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw isTooLong(error) ? new AppError("INVALID", "input.tooLarge", {}, { cause: error }) : error;
  }
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && "status_code" in error && error.status_code === ERRORS.ERR_MAX_SIZE_EXCEEDED.status_code;

type Refusal = { status_code: number; body: string };

/** A refusal in the form the tus server answers with. */
class TusRefusal extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor({ status_code, body }: Refusal) {
    super(body);
    this.status_code = status_code;
    this.body = body;
  }
}

const refusals: Partial<Record<AppError["code"], Refusal>> = {
  CONFLICT: ERRORS.INVALID_OFFSET,
  NOT_FOUND: ERRORS.FILE_NOT_FOUND,
  INVALID: ERRORS.ERR_SIZE_EXCEEDED,
};

const answerOf = (error: AppError): Error => {
  const refusal = refusals[error.code];
  return refusal === undefined ? error : new TusRefusal(refusal);
};
