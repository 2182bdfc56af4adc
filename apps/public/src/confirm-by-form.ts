import type { Source } from "./data/source";

/** A mailed link's button pressed without JavaScript: acts, and gives the path to go on to; null where nothing could be done. */
export const confirmByForm = async (path: string, source: Source): Promise<string | null> => {
  const token = /^\/confirm\/([^/]+)$/.exec(path)?.[1];
  if (token === undefined) return null;
  const receipt = await source.confirmLetters(token);
  return receipt === null ? null : `/receipt/${receipt}?confirmed`;
};
