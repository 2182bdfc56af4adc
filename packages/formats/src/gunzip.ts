import { PassThrough, type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "@cml/domain/kernel";

export type CountedSource = {
  stream: Readable;
  /** Bytes of the file (still compressed) taken so far: how far into it we are. */
  bytesRead: () => number;
};

// Text packs to a tenth, the dullest table to a fiftieth; beyond this it was made to fill a disk. Small files may be as dull as they like.
const highestRatio = 200;
const smallBytes = 64 * 1024 * 1024;

/**
 * A file's bytes, unpacked if they are gzip (seen by its first two bytes, not by a name). Errors travel down the stream: what is wrong
 * with the packing as AppError INVALID `import.brokenPacking` or `import.gzipBomb`, what the source throws as it is.
 */
export const openBytes = (source: Readable): CountedSource => {
  let bytes = 0;
  let sniffed = false;
  const out = new PassThrough();
  const fail = (error: Error): void => {
    out.destroy(error);
  };
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (!sniffed) {
        sniffed = true;
        const isGzip = chunk[0] === 0x1f && chunk[1] === 0x8b;
        if (isGzip) {
          const unpack = createGunzip().on("error", (error) => fail(brokenPacking(error)));
          counter
            .pipe(unpack)
            .pipe(guard(() => bytes))
            .on("error", fail)
            .pipe(out);
        } else counter.pipe(out);
      }
      done(null, chunk);
    },
    flush(done) {
      if (!sniffed) out.end();
      done();
    },
  });
  source.on("error", fail);
  counter.on("error", fail);
  out.on("close", () => source.destroy());
  source.pipe(counter);
  return { stream: out, bytesRead: () => bytes };
};

/** Lets bytes through until far more come out than went in. */
const guard = (packed: () => number): Transform => {
  let unpacked = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      if (unpacked > smallBytes && unpacked > packed() * highestRatio) done(new AppError("INVALID", "import.gzipBomb"));
      else done(null, chunk);
    },
  });
};

const brokenPacking = (cause: Error): AppError => new AppError("INVALID", "import.brokenPacking", {}, { cause, log: cause.message });
