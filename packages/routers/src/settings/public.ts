import { openSettingsRouter } from "./open-settings";

export const settingsPublicRouter = openSettingsRouter;
