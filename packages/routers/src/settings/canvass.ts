import { openSettingsRouter } from "./open-settings";

export const settingsCanvassRouter = openSettingsRouter;
