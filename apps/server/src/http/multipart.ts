import { AppError } from "@cml/domain/kernel";

export type FormPart = { name: string; isFile: boolean; bytes: Buffer };

const mostParts = 20;
const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");

/**
 * The parts of a whole multipart form (RFC 7578), which is small enough to lie in memory. Names of files and their types are not
 * looked at: what a file is, its bytes say. Throws INVALID for anything that is not such a form.
 */
export const readMultipart = (body: Buffer, contentType: string): FormPart[] => {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw malformed();
  const opening = Buffer.from(`--${boundary}`);
  const divider = Buffer.from(`\r\n--${boundary}`);
  const parts: FormPart[] = [];
  // What stands in front of the first divider means nothing.
  const start = body.subarray(0, opening.length).equals(opening) ? opening.length : after(body, divider, 0);
  for (let at = start; !isClosing(body, at);) {
    if (parts.length === mostParts || !body.subarray(at, at + 2).equals(lineEnd)) throw malformed();
    const end = body.indexOf(divider, at + 2);
    if (end === -1) throw malformed();
    parts.push(readPart(body.subarray(at + 2, end)));
    at = end + divider.length;
  }
  return parts;
};

const malformed = (): AppError => new AppError("INVALID", "input.malformed");

const after = (body: Buffer, mark: Buffer, from: number): number => {
  const at = body.indexOf(mark, from);
  if (at === -1) throw malformed();
  return at + mark.length;
};

const isClosing = (body: Buffer, at: number): boolean => body[at] === 0x2d && body[at + 1] === 0x2d;

const readPart = (part: Buffer): FormPart => {
  const begin = after(part, headEnd, 0);
  const head = part.toString("utf8", 0, begin - headEnd.length);
  const disposition = /^content-disposition:[ \t]*form-data;(.*)$/im.exec(head)?.[1] ?? "";
  const name = /(?:^|;)[ \t]*name="([^"\r\n]{1,100})"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed();
  return { name, isFile: /(?:^|;)[ \t]*filename\*?=/i.test(disposition), bytes: part.subarray(begin) };
};
