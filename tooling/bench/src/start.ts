import path from "node:path";
import { atMost, type Figure } from "./figure";
import { machine } from "./machine";
import { npmStart, withFolder } from "./running";

const rounds = 3;

/** From typing `npm start` to the first 200 of /readyz, on a data folder that has been started (and filled with the demo) before. */
export const start = (): Promise<Figure[]> =>
  withFolder("start", async (folder) => {
    const dataDir = path.join(folder, "data");
    await (await npmStart(dataDir)).stop();
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round += 1) {
      const house = await npmStart(dataDir);
      best = Math.min(best, house.readySeconds);
      await house.stop();
    }
    const figure = `warm npm start to ready, best of ${rounds} (${machine()})`;
    return [atMost({ bench: "start", figure, value: best, unit: "s" }, 5)];
  });
