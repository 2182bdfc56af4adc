import { errorMessage, failureOf } from "@cml/api-client";
import type { LocationDetail } from "@cml/domain/map";
import { loadedLocale, useTranslation } from "@cml/ui/i18n";
import { notifications } from "@mantine/notifications";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";

const newerVersion = "building-newer-version";

/**
 * What every change of a building does with its answer: the panel shows it, the list and the map follow. When somebody saved meanwhile,
 * what was typed stays in its fields and the newer version is fetched beneath it.
 */
export const useBuildingChange = (onChanged: () => unknown) => {
  const cache = api.useUtils();
  const { t } = useTranslation();
  return {
    onSuccess: (location: LocationDetail) => {
      notifications.hide(newerVersion);
      cache.map.locations.get.setData({ id: location.id }, location);
      onChanged();
    },
    /** A change is under way until the newer version is here: saved again before that, it would be refused again. */
    onError: async (error: unknown): Promise<void> => {
      if (failureOf(error).messageKey !== "map.location.changedMeanwhile") return notifyFailed(error);
      notifications.show({
        id: newerVersion,
        message: errorMessage(error, loadedLocale()),
        title: t("buildings.reload"),
        color: "amber",
        autoClose: false,
        role: "alert",
      });
      await cache.map.locations.get.invalidate();
    },
  };
};
