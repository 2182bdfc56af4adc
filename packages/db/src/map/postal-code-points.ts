import type { LatLng } from "@cml/domain/kernel";
import type { Db } from "../client";

export type PostalCodeDoors = { points: LatLng[]; municipality: string; province: string };

/** Where doors with this postal code stand (at most 300 of them) and the town most of them name; empty where none is known. */
export const findPostalCodeDoors = async (db: Db, postalCode: string): Promise<PostalCodeDoors> => {
  const rows = await db.prisma.location.findMany({
    where: { postalCode, isDemo: false },
    select: { latitude: true, longitude: true, municipality: true, province: true },
    take: 300,
  });
  return {
    points: rows.map(({ latitude, longitude }) => ({ latitude: Number(latitude), longitude: Number(longitude) })),
    municipality: mostOften(rows.map(({ municipality }) => municipality ?? "")),
    province: mostOften(rows.map(({ province }) => province ?? "")),
  };
};

const mostOften = (words: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
};
