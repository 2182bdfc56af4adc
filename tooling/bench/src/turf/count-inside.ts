import path from "node:path";
import { createDb, migrate, startEmbeddedPostgres } from "@cml/db";
import type { CutGeometry } from "@cml/domain/map";
import { administratorEnv, signIn } from "../administrator";
import { cityCentre, writeDenseCity } from "../doors/dense-city";
import { atMost, type Figure } from "../figure";
import { answerOf, openClient } from "../http-client";
import { machine } from "../machine";
import { startProduct } from "../product";
import { withFolder } from "../running";

const rounds = 5;

/** Doors inside shapes as a hand draws them over a dense city, asked through the whole server: from a few blocks to half of it. */
export const countInside = ({ rows = 250_000 }: { rows?: number | undefined } = {}): Promise<Figure[]> =>
  withFolder("turf-count", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), durable: false });
    try {
      await migrate(postgres.url);
      const db = createDb(postgres.url);
      await writeDenseCity(db, rows).finally(() => db.close());
      const product = await startProduct(postgres.url, path.join(folder, "data"), administratorEnv);
      const client = openClient(product.url, 1);
      try {
        const headers = await signIn(client);
        const times: { metres: number; ms: number; doors: number }[] = [];
        for (const metres of [400, 1_500, 4_000, 9_000]) {
          const body = JSON.stringify({ json: { geometry: handDrawn(metres) } });
          let [best, doors] = [Number.POSITIVE_INFINITY, 0];
          for (let round = 0; round < rounds; round += 1) {
            const begun = performance.now();
            doors = answerOf<{ addresses: number }>(
              await client.ask({ method: "POST", path: "/trpc/admin/map.cuts.countInside", headers, body }),
            ).addresses;
            best = Math.min(best, performance.now() - begun);
          }
          times.push({ metres, ms: best, doors });
        }
        const [slowest] = times.sort((a, b) => b.ms - a.ms);
        const figure = `count inside a drawn polygon over ${rows} addresses, slowest of ${times.length} sizes (${slowest?.doors ?? 0} doors), best of ${rounds} (${machine()})`;
        return [atMost({ bench: "turf", figure, value: slowest?.ms ?? Number.NaN, unit: "ms" }, 300)];
      } finally {
        client.close();
        await product.stop();
      }
    } finally {
      await postgres.stop();
    }
  });

/** A ring of 40 corners that goes in and out, as a hand leads it. */
const handDrawn = (metres: number): CutGeometry => {
  const corners = Array.from({ length: 40 }, (_, n) => {
    const angle = (n / 40) * 2 * Math.PI;
    const reach = (metres * (n % 2 === 0 ? 1 : 0.8)) / 111_320;
    return [cityCentre.longitude + (reach * Math.cos(angle)) / 0.7, cityCentre.latitude + reach * Math.sin(angle)];
  });
  return { type: "Polygon", coordinates: [[...corners, corners[0] ?? []]] };
};
