import { adminRouter, canvassRouter, mediaRouter, publicRouter } from "@cml/routers";
import type { Surface } from "./trpc/mount-surface";

const megabyte = 1024 * 1024;

/** The four mounts. No surface answers scripts of other sites (no CORS); embedding goes through `/embed` pages. */
export const surfaces: Surface[] = [
  // Building a page or a template may carry a large design document.
  { name: "admin", prefix: "/trpc/admin", router: adminRouter, perMinute: 1200, maxBatchSize: 30, bodyLimit: 8 * megabyte },
  { name: "public", prefix: "/trpc/public", router: publicRouter, perMinute: 600, maxBatchSize: 10, bodyLimit: megabyte / 4 },
  // A campaign office shares one address, and a phone that comes back into range brings a whole walk.
  { name: "canvass", prefix: "/trpc/canvass", router: canvassRouter, perMinute: 2400, maxBatchSize: 30, bodyLimit: 4 * megabyte },
  { name: "media", prefix: "/trpc/media", router: mediaRouter, perMinute: 1200, maxBatchSize: 10, bodyLimit: megabyte },
];
