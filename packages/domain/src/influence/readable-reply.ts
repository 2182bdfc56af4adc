// "On 3 May 2026, Ana wrote:", "Le 3 mai 2026 à 10:05, Ana a écrit :", over two lines where a program folded it.
const introductions =
  /^[^\S\n]*(?:on\b[^\n]{4,200}(?:\n[^\n]{0,120})?\bwrote|le\b[^\n]{4,200}(?:\n[^\n]{0,120})?\ba [ée]crit|am\b[^\n]{4,200}\bschrieb)[^\S\n]?:[^\S\n]*$/imu;
const dividers =
  /^[^\S\n]*(?:-{2,}[^\S\n]*(?:original message|message (?:d'origine|original)|message transf[ée]r[ée]|forwarded message)[^\S\n]*-{2,}|_{20,})[^\S\n]*$/imu;
// The head of a quoted mail, as Outlook writes it: who, then when or to whom.
const heads = /^[^\S\n]*\*?(?:from|de)[^\S\n]?:\*?[^\n]{1,300}\n(?:[^\S\n]*\n)?[^\S\n]*\*?(?:sent|date|to|envoy[ée]|date|[àa])[^\S\n]?:/imu;

/**
 * What an office wrote in a mail, without the letter it quotes below or between its lines; its signature stays, because it
 * says who answers. A mail that is nothing but quotation stays as it is.
 */
export const readableReply = (text: string): string => {
  const ends = [introductions, dividers, heads].flatMap((pattern) => pattern.exec(text)?.index ?? []);
  const own = text.slice(0, Math.min(text.length, ...ends));
  const lines = own.split("\n").filter((line) => !/^\s*>/.test(line));
  const readable = lines
    .join("\n")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return readable === "" ? text.trim() : readable;
};
