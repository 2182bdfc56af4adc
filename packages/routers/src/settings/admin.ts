import { router } from "../trpc/procedures";
import { mapSettingsAdminRouter } from "./map-settings/admin";
import { siteSettingsAdminRouter } from "./site-settings/admin";

export const settingsAdminRouter = router({ siteSettings: siteSettingsAdminRouter, mapSettings: mapSettingsAdminRouter });
