import { Button, Group, Switch } from "@mantine/core";
import { fieldErrors } from "@cml/api-client";
import { otherLocale } from "@cml/domain/kernel";
import type { SeriesPart, ShiftDetail } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../../api";
import { useSite } from "../../../session/useSite";
import { BackLink } from "../../../shell/BackLink";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { SeriesPartChoice } from "../components/SeriesPartChoice";
import { ShiftFields } from "../components/ShiftFields";
import { shiftInputOf, shiftValuesOf, useShiftForm } from "../hooks/useShiftForm";

export const ShiftEditPage = () => {
  const { id = "" }: { id?: string } = useParams({ strict: false });
  const query = api.map.shifts.get.useQuery({ id }, { refetchOnWindowFocus: false });
  return (
    <QueryState query={query} shape="form">
      {(shift) => <Editor key={shift.id} shift={shift} />}
    </QueryState>
  );
};

const Editor = ({ shift }: { shift: ShiftDetail }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = api.useUtils();
  const { id, title } = shift;
  const { defaultLocale } = useSite();
  const form = useShiftForm(shiftValuesOf(shift, otherLocale(defaultLocale)));
  const [part, setPart] = useState<SeriesPart>("ONE");
  const [notify, setNotify] = useState(true);
  const save = api.map.shifts.update.useMutation({
    onSuccess: async () => {
      notifyDone(t("shifts.saved"));
      await cache.map.shifts.invalidate();
      await navigate({ to: `/shifts/${id}` });
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const submit = form.onSubmit((values) => {
    const input = shiftInputOf(values, { defaultLocale, translations: shift.translations });
    if (input !== null) save.mutate({ id, ...input, part, notify });
  });
  return (
    <form onSubmit={submit}>
      <PageHeader
        title={t("shifts.edit")}
        back={<BackLink to={`/shifts/${id}`}>{title}</BackLink>}
        actions={
          <Button type="submit" loading={save.isPending}>
            {t("actions.save")}
          </Button>
        }
      />
      <ShiftFields form={form}>
        {shift.seriesId !== null && <SeriesPartChoice part={part} onChange={setPart} />}
        <Switch
          label={t("shiftDesk.tellOfChange")}
          description={t("shiftDesk.tellOfChangeHint")}
          checked={notify}
          onChange={({ currentTarget }) => setNotify(currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t("actions.save")}
          </Button>
        </Group>
      </ShiftFields>
    </form>
  );
};
