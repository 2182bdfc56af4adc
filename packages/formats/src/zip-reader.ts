import { Readable } from "node:stream";
import { RandomAccessReader } from "yauzl";
import type { RandomAccess } from "./random-access";

const blockLength = 128 * 1024;
const mostBlocks = 16;

/**
 * What yauzl reads from. The directory is read in thousands of tiny pieces: those come out of a few blocks held in memory, so that
 * each is not a request of its own. What the source itself throws is remembered, to be told apart from a broken archive.
 */
export class ZipReader extends RandomAccessReader {
  readonly #access: RandomAccess;
  readonly #blocks = new Map<number, Promise<Buffer>>();
  failure: Error | null = null;

  constructor(access: RandomAccess) {
    super();
    this.#access = access;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#stream(start, end), { objectMode: false });
  }

  override read(...[buffer, offset, length, position, callback]: Parameters<RandomAccessReader["read"]>): void {
    this.#fill({ into: buffer.subarray(offset, offset + length), position }).then(
      () => callback(null),
      (error: unknown) => {
        callback(this.#keep(error));
      },
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  async #fill({ into, position }: { into: Buffer; position: number }): Promise<void> {
    for (let done = 0; done < into.length;) {
      const at = position + done;
      const block = await this.#block(Math.floor(at / blockLength));
      const copied = block.copy(into, done, at % blockLength);
      if (copied === 0) throw new Error("the source ended before its size");
      done += copied;
    }
  }

  #keep(error: unknown): Error {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
    return this.failure;
  }

  #block(index: number): Promise<Buffer> {
    const known = this.#blocks.get(index);
    if (known !== undefined) return known;
    const oldest = this.#blocks.keys().next();
    if (this.#blocks.size >= mostBlocks && oldest.done !== true) this.#blocks.delete(oldest.value);
    const start = index * blockLength;
    const block = this.#collect(start, Math.min(start + blockLength, this.#access.sizeBytes));
    this.#blocks.set(index, block);
    return block;
  }

  async #collect(start: number, end: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.#access.read(start, end)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  async *#stream(start: number, end: number): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of await this.#access.read(start, end)) yield chunk as Buffer;
    } catch (error) {
      throw this.#keep(error);
    }
  }
}
