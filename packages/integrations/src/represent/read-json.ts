/** An answer that was broken off; asking again brings it no sooner. */
export class TooLarge extends Error {}

/** The body as JSON; throws when it is another type (Represent answers errors in HTML), too large or malformed. */
export const readJson = async (response: Response, maxBytes: number): Promise<unknown> => {
  const type = response.headers.get("content-type") ?? "";
  if (!/\bjson\b/i.test(type)) {
    await response.body?.cancel();
    throw new Error(`content type ${type === "" ? "missing" : type}`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | Uint8Array[] = response.body ?? [];
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
};
