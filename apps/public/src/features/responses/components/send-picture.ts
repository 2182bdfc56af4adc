import type { Locale } from "@cml/domain/kernel";

/** Brings a picture to the server, which judges it by its bytes; null where it could not be reached. */
export const sendPicture = async (file: File, locale: Locale): Promise<{ key: string } | { problem: string | null }> => {
  const answer = await fetch("/replies/picture", {
    method: "POST",
    body: file,
    headers: { "content-type": "application/octet-stream", accept: "application/json", "accept-language": locale },
  }).catch(() => null);
  if (answer === null) return { problem: null };
  const told = (await answer.json().catch(() => ({}))) as { pictureKey?: unknown; message?: unknown };
  if (typeof told.pictureKey === "string") return { key: told.pictureKey };
  return { problem: typeof told.message === "string" ? told.message : null };
};
