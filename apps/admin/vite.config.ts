import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

export default defineConfig({
  base: "/admin/",
  plugins: [react()],
  html: { cspNonce: "__CSP_NONCE__" },
  resolve: { conditions: ["@cml/source", ...defaultClientConditions] },
  worker: { format: "es" },
  build: {
    target: ["chrome108", "safari15.4"],
    // Nothing inlined as data: every file is named by its hash and cached for good.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
