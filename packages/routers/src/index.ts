export { adminRouter, type AdminRouter } from "./surfaces/admin";
export { canvassRouter, type CanvassRouter } from "./surfaces/canvass";
export { mediaRouter, type MediaRouter } from "./surfaces/media";
export { publicRouter, type PublicRouter } from "./surfaces/public";
export type { Context } from "./trpc/context";
