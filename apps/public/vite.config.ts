import { existsSync, readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { firstLoadBudget } from "./first-load-budget";
import { shippedSyntax } from "./shipped-syntax";
import { defaultClientConditions, defaultServerConditions, defineConfig } from "vite";

const manifestFile = new URL("dist/client/.vite/manifest.json", import.meta.url);
const oldestBrowsers = ["chrome108", "safari15.4"];

// Two builds from one configuration: the browser's files first, then the renderer, which carries their hashed names inside.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    react(),
    ...[
      "/letter-panel/LetterPanel.tsx",
      "/responses/components/UpvoteButton.tsx",
      "/responses/components/ShareReplyForm.tsx",
      // The map page is read before its map is drawn: the library comes after.
      "/map/components/MapPanel.tsx",
    ].map((panel) => firstLoadBudget({ panel, mostBytes: 200_000, never: ["maplibre-gl", "zod", "i18next", "@mantine", "uqr"] })),
    shippedSyntax(),
  ],
  publicDir: false,
  resolve: { conditions: ["@cml/source", ...defaultClientConditions] },
  define: isSsrBuild ? { __CLIENT_MANIFEST__: existsSync(manifestFile) ? readFileSync(manifestFile, "utf8") : "{}" } : {},
  // Everything is bundled, so the server loads one file and needs none of this app's dependencies.
  ssr: { noExternal: true, resolve: { conditions: ["@cml/source", ...defaultServerConditions] } },
  build: {
    target: isSsrBuild ? "node20" : oldestBrowsers,
    cssTarget: oldestBrowsers,
    outDir: isSsrBuild ? "dist/server" : "dist/client",
    manifest: !isSsrBuild,
    assetsInlineLimit: 0,
    rolldownOptions: { input: isSsrBuild ? "src/entry-server.tsx" : "src/entry-client.ts" },
  },
}));
