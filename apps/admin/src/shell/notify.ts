import { errorMessage } from "@cml/api-client";
import { loadedLocale } from "@cml/ui/i18n";
import { notifications } from "@mantine/notifications";

export const notifyDone = (message: string) => {
  notifications.show({ message, color: "spruce" });
};

/** What the server said no to, in its own words; stays until read. */
export const notifyFailed = (error: unknown) => {
  notifications.show({ message: errorMessage(error, loadedLocale()), color: "brick", autoClose: 10_000, role: "alert" });
};
