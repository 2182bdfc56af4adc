import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

export default defineConfig({
  base: "/canvass/",
  plugins: [
    react(),
    VitePWA({
      // The person decides when a new version comes in: never in the middle of a door.
      registerType: "prompt",
      injectRegister: false,
      includeAssets: ["icon.svg", "apple-touch-icon.png", "color-scheme.js"],
      manifest: {
        id: "/canvass/",
        name: "Changemaker Canvass",
        short_name: "Canvass",
        description: "Walk a turf and record visits, with or without signal.",
        start_url: "/canvass/",
        scope: "/canvass/",
        display: "standalone",
        orientation: "portrait",
        background_color: "#fbfaf7",
        theme_color: "#0f5c4d",
        icons: [
          { src: "icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,png,woff2}"],
        maximumFileSizeToCacheInBytes: 4_000_000,
        navigateFallback: "/canvass/index.html",
        // Answers of the server are kept by the app itself, where a person can see their age. Streets below the map are nobody's
        // secret and hardly change: what is on the phone is shown at once (offline/ground-tiles.ts puts a turf's there).
        runtimeCaching: [
          {
            urlPattern: ({ sameOrigin, url }) => sameOrigin && /^\/tiles\/(lines|basemap)\//.test(url.pathname),
            handler: "StaleWhileRevalidate",
            options: { cacheName: "ground", cacheableResponse: { statuses: [200, 204] }, expiration: { maxEntries: 2000 } },
          },
        ],
      },
    }),
  ],
  resolve: { conditions: ["@cml/source", ...defaultClientConditions] },
  worker: { format: "es" },
  build: { target: ["chrome108", "safari15.4"], assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
});
