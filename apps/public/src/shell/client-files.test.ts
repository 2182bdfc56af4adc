import { expect, it } from "vitest";
import { clientFiles } from "./client-files";

const manifest = {
  "src/entry-client.ts": {
    file: "assets/entry-1.js",
    css: ["assets/style-1.css"],
    assets: ["assets/inter-latin-wght-normal-1.woff2", "assets/inter-latin-ext-wght-normal-1.woff2"],
  },
  "src/panel.tsx": { file: "assets/panel-1.js", imports: ["_react.js"] },
  "_react.js": { file: "assets/react-1.js" },
};

it("names the entry, its styles, the fonts of the first paint and the chunks of the page's panels", () => {
  expect(clientFiles(["src/panel.tsx"], manifest)).toEqual({
    script: "/assets/entry-1.js",
    styles: ["/assets/style-1.css"],
    fonts: ["/assets/inter-latin-wght-normal-1.woff2"],
    preload: ["/assets/panel-1.js", "/assets/react-1.js"],
  });
});

it("asks for nothing that was not built", () => {
  expect(clientFiles(["src/panel.tsx"], {})).toEqual({ script: null, styles: [], fonts: [], preload: [] });
});
