import type { CutSite } from "./cut-site";

/** Numbers turfs in rows from north to south, so that neighbours have near numbers; `was` gives the old number of each. */
export const inWalkingRows = (sites: readonly CutSite[], turfOf: readonly number[]): { turfOf: number[]; was: number[] } => {
  const middles = new Map<number, { latitude: number; longitude: number; count: number }>();
  sites.forEach(({ latitude, longitude }, index) => {
    const turf = turfOf[index] ?? 0;
    const middle = middles.get(turf) ?? { latitude: 0, longitude: 0, count: 0 };
    middles.set(turf, { latitude: middle.latitude + latitude, longitude: middle.longitude + longitude, count: middle.count + 1 });
  });
  const turfs = [...middles].map(([turf, { latitude, longitude, count }]) => ({ turf, y: latitude / count, x: longitude / count }));
  turfs.sort((a, b) => b.y - a.y || a.x - b.x);
  const row = Math.ceil(Math.sqrt(turfs.length));
  const rows = Array.from({ length: Math.ceil(turfs.length / row) }, (_, index) =>
    turfs.slice(index * row, (index + 1) * row).sort((a, b) => (index % 2 === 0 ? a.x - b.x : b.x - a.x)),
  );
  const was = rows.flat().map(({ turf }) => turf);
  const number = new Map(was.map((turf, index) => [turf, index]));
  return { turfOf: turfOf.map((turf) => number.get(turf) ?? 0), was };
};
