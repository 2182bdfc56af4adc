import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { SiteSettings, UpdateSiteSettingsInput } from "@cml/domain/settings";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";

type Options<T> = { values: T; toInput: (values: T) => UpdateSiteSettingsInput; onSaved?: (settings: SiteSettings) => void };

/** One card of the settings as a form of its own: what is saved is only what this card shows. */
export const useSettingsForm = <T extends Record<string, unknown>>({ values, toInput, onSaved }: Options<T>) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const form = useForm<T>({ initialValues: values });
  const save = api.settings.siteSettings.update.useMutation({
    onSuccess: async (settings) => {
      form.resetDirty();
      await cache.settings.invalidate();
      if (onSaved === undefined) notifyDone(t("settings.saved"));
      else onSaved(settings);
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  return { form, submit: form.onSubmit((current) => save.mutate(toInput(current))), isSaving: save.isPending };
};
