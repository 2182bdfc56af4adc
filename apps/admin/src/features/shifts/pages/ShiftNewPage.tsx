import { Button, Group } from "@mantine/core";
import { fieldErrors } from "@cml/api-client";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSite } from "../../../session/useSite";
import { BackLink } from "../../../shell/BackLink";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { RepeatFields } from "../components/RepeatFields";
import { ShiftFields } from "../components/ShiftFields";
import { newShiftAt, repeatInputOf, shiftInputOf, useShiftForm } from "../hooks/useShiftForm";

export const ShiftNewPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = api.useUtils();
  const { defaultLocale } = useSite();
  const asked: Record<string, unknown> = useSearch({ strict: false });
  const form = useShiftForm(newShiftAt(asked["date"], asked["time"]));
  const create = api.map.shifts.create.useMutation({
    onSuccess: async ({ id }) => {
      await cache.map.shifts.invalidate();
      notifyDone(t("shifts.created"));
      await navigate({ to: `/shifts/${id}` });
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const submit = form.onSubmit((values) => {
    const input = shiftInputOf(values, { defaultLocale, translations: null });
    if (input !== null) create.mutate({ ...input, repeat: repeatInputOf(values) });
  });
  return (
    <form onSubmit={submit}>
      <PageHeader
        title={t("shifts.new")}
        lead={t("shifts.newLead")}
        back={<BackLink to="/shifts">{t("shifts.title")}</BackLink>}
        actions={
          <Button type="submit" loading={create.isPending}>
            {t("shifts.create")}
          </Button>
        }
      />
      <ShiftFields form={form}>
        <RepeatFields form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t("shifts.create")}
          </Button>
        </Group>
      </ShiftFields>
    </form>
  );
};
