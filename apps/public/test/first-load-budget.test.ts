import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { firstLoad } from "../first-load-budget";

const chunk = (fileName: string, more: Partial<Parameters<typeof firstLoad>[0][number]> = {}) => ({
  fileName,
  imports: [],
  code: "",
  moduleIds: [`/app/src/${fileName}`],
  facadeModuleId: null,
  isEntry: false,
  ...more,
});
const budget = { panel: "/LetterPanel.tsx", mostBytes: 200_000, never: ["maplibre-gl"] };
const noise = (bytes: number) => randomBytes(bytes / 2).toString("hex");

it("counts the entry, the panel and all they import, once each, and nothing else", () => {
  const code = noise(20_000);
  const { bytes } = firstLoad(
    [
      chunk("entry.js", { isEntry: true, imports: ["react.js"], code }),
      chunk("panel.js", { moduleIds: ["/app/src/LetterPanel.tsx"], imports: ["react.js", "entry.js"], code }),
      chunk("react.js", { code }),
      chunk("other-panel.js", { code: noise(500_000) }),
    ],
    budget,
  );
  expect(bytes).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThan(60_000);
});

it("finds a map that came in through an import of an import", () => {
  const { forbidden } = firstLoad(
    [
      chunk("entry.js", { isEntry: true, imports: ["a.js"] }),
      chunk("a.js", { imports: ["map.js"] }),
      chunk("map.js", { moduleIds: ["/x/node_modules/maplibre-gl/dist/maplibre-gl.mjs"] }),
    ],
    budget,
  );
  expect(forbidden).toEqual(["maplibre-gl"]);
});
