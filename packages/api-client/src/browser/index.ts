export { createQueryClient } from "./query-client";
export { surfaceLink, type SurfaceOptions } from "./surface-link";
