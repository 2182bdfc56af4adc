/** Encodings people's spreadsheets are really saved in. */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Looks at the first bytes: a byte order mark, zero bytes where UTF-16 has them, else UTF-8 until it proves not to be. */
export const sniffEncoding = (head: Uint8Array): TextEncodingName => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  let evenZeros = 0;
  let oddZeros = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  });
  const many = head.length / 4;
  if (oddZeros > many && evenZeros < many / 4) return "utf-16le";
  if (evenZeros > many && oddZeros < many / 4) return "utf-16be";
  return "utf-8";
};

type Decoder = InstanceType<typeof TextDecoder>;

export type TextReader = { encoding: () => TextEncodingName; chunks: AsyncGenerator<string> };

/**
 * Decodes a byte stream. A file that starts as UTF-8 and later holds bytes that cannot be is read on as Latin-1 (Windows-1252):
 * what came before was plain ASCII or we would have noticed. A byte order mark is dropped. An encoding that is `told` is kept to.
 */
export const readText = (source: AsyncIterable<Uint8Array>, told: TextEncodingName | null = null): TextReader => {
  let encoding: TextEncodingName = told ?? "utf-8";
  const decodeAll = async function* (): AsyncGenerator<string> {
    let decoder: Decoder | null = null;
    let held = new Uint8Array(0);
    for await (const bytes of withHead(source)) {
      if (decoder === null) {
        encoding = told ?? sniffEncoding(bytes);
        decoder = new TextDecoder(encoding, { fatal: told === null && encoding === "utf-8" });
      }
      if (told !== null || encoding !== "utf-8") {
        yield decoder.decode(bytes, { stream: true });
        continue;
      }
      const block = join(held, bytes);
      const whole = wholeCharacters(block);
      held = block.slice(whole);
      const text = decodeUtf8(decoder, block.subarray(0, whole));
      if (text !== null) {
        yield text;
        continue;
      }
      encoding = "windows-1252";
      decoder = new TextDecoder(encoding);
      held = new Uint8Array(0);
      yield decoder.decode(block, { stream: true });
    }
    if (decoder === null) return;
    if (told === null && encoding === "utf-8" && held.length > 0) {
      encoding = "windows-1252";
      yield new TextDecoder(encoding).decode(held);
    } else yield decoder.decode();
  };
  return { encoding: () => encoding, chunks: decodeAll() };
};

const headLength = 256;

/** The same bytes, the first piece long enough to be looked at. */
async function* withHead(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const bytes of source) {
    if (head === null) {
      yield bytes;
      continue;
    }
    head = join(head, bytes);
    if (head.length < headLength) continue;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}

const join = (a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/** How many bytes end on a character's border: a sequence cut by the end of the block waits for the next. */
const wholeCharacters = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
};

const sequenceLength = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

const decodeUtf8 = (decoder: Decoder, bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};
