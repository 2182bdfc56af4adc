import { PassThrough, type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";

export type CountedSource = {
  stream: Readable;
  /** Bytes of the file (still compressed) taken so far: how far into it we are. */
  bytesRead: () => number;
};

/** A file's bytes, unpacked if they are gzip (seen by its first two bytes, not by a name). Errors travel down the stream. */
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
        if (isGzip) counter.pipe(createGunzip()).on("error", fail).pipe(out);
        else counter.pipe(out);
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
