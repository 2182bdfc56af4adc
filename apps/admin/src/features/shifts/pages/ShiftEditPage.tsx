import { Anchor, Button, Group } from "@mantine/core";
import { fieldErrors } from "@cml/api-client";
import type { ShiftDetail } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { ShiftFields } from "../components/ShiftFields";
import { shiftInputOf, useShiftForm } from "../hooks/useShiftForm";

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
  const { id, title, startTime, endTime, kind, maxVolunteers, isPublic, cutId } = shift;
  const form = useShiftForm({
    ...{ title, startTime, endTime, kind, maxVolunteers, isPublic, cutId },
    description: shift.description ?? "",
    date: shift.date,
    location: shift.location ?? "",
  });
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
    const input = shiftInputOf(values);
    // As many places stay open beyond those needed as before.
    if (input !== null) save.mutate({ id, ...input, openPlaces: input.maxVolunteers + Math.max(0, shift.openPlaces - maxVolunteers) });
  });
  return (
    <form onSubmit={submit}>
      <PageHeader
        title={t("shifts.edit")}
        back={
          <Anchor component={Link} to={`/shifts/${id}`} size="sm" c="dimmed">
            <Group component="span" gap={4}>
              <IconArrowLeft size={15} /> {title}
            </Group>
          </Anchor>
        }
        actions={
          <Button type="submit" loading={save.isPending}>
            {t("actions.save")}
          </Button>
        }
      />
      <ShiftFields form={form} />
    </form>
  );
};
