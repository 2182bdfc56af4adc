import { router } from "../trpc/procedures";
import { mapSettingsAdminRouter } from "./map-settings/admin";
import { recordAdminRouter } from "./record/admin";
import { siteSettingsAdminRouter } from "./site-settings/admin";

export const settingsAdminRouter = router({
  siteSettings: siteSettingsAdminRouter,
  mapSettings: mapSettingsAdminRouter,
  record: recordAdminRouter,
});
