import type { OfficeHours } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";

/** Changes to office hours; each answer is the whole list, which the page shows at once. */
export const useOfficeHours = (onSaved?: () => void) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const options = {
    onSuccess: (hours: Parameters<typeof cache.influence.officeHours.get.setData>[1]) => {
      cache.influence.officeHours.get.setData(undefined, hours);
      notifyDone(t("officeHours.saved"));
      onSaved?.();
    },
    onError: notifyFailed,
  };
  const setDefault = api.influence.officeHours.setDefault.useMutation(options);
  const save = api.influence.officeHours.save.useMutation(options);
  const remove = api.influence.officeHours.remove.useMutation({ onError: notifyFailed });
  return {
    setDefault,
    save,
    remove: (office: OfficeHours) =>
      remove.mutate(
        { id: office.id },
        {
          onSuccess: (hours) => {
            cache.influence.officeHours.get.setData(undefined, hours);
            notifyDone(t("officeHours.removed", { name: office.name }));
          },
        },
      ),
  };
};
