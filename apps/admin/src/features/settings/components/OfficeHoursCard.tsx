import { Button, Group, Modal, Paper, Stack, Text, Title } from "@mantine/core";
import type { OfficeHours, OfficeHoursList } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { QueryState } from "../../../shell/QueryState";
import { useOfficeHours } from "../hooks/useOfficeHours";
import { OfficeHoursForm } from "./OfficeHoursForm";
import { OfficeWeekFields } from "./OfficeWeekFields";

/** When offices answer their telephone: the usual week, and offices that keep other hours. */
export const OfficeHoursCard = ({ canEdit }: { canEdit: boolean }) => {
  const { t } = useTranslation();
  const query = api.influence.officeHours.get.useQuery(undefined, { refetchOnWindowFocus: false });
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }} component="section" id="office-hours" style={{ scrollMarginTop: 72 }}>
      <Title order={2} fz={18}>
        {t("officeHours.title")}
      </Title>
      <Text size="sm" c="dimmed" mt={2} mb="md">
        {t("officeHours.lead")}
      </Text>
      <QueryState query={query} shape="form" rows={4}>
        {(hours) => (
          <Stack gap="lg">
            <UsualWeek hours={hours} canEdit={canEdit} />
            <OtherOffices hours={hours} canEdit={canEdit} />
          </Stack>
        )}
      </QueryState>
    </Paper>
  );
};

type Props = { hours: OfficeHoursList; canEdit: boolean };

const UsualWeek = ({ hours, canEdit }: Props) => {
  const { t } = useTranslation();
  const [week, setWeek] = useState(hours.week);
  const { setDefault } = useOfficeHours();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setDefault.mutate({ week });
      }}
    >
      <Title order={3} fz={15} mb="xs">
        {t("officeHours.usual")}
      </Title>
      <OfficeWeekFields week={week} onChange={setWeek} disabled={!canEdit} />
      {canEdit && (
        <Group justify="flex-end" mt="sm">
          <Button type="submit" loading={setDefault.isPending}>
            {t("actions.save")}
          </Button>
        </Group>
      )}
    </form>
  );
};

const OtherOffices = ({ hours: { offices }, canEdit }: Props) => {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<OfficeHours | "new" | null>(null);
  const { remove } = useOfficeHours();
  const site = api.settings.siteSettings.get.useQuery();
  const close = () => setEdited(null);
  return (
    <div>
      <Title order={3} fz={15} mb="xs">
        {t("officeHours.others")}
      </Title>
      {offices.length === 0 && <Text size="sm">{t("officeHours.none")}</Text>}
      {offices.map((office) => (
        <Group key={office.id} justify="space-between" py={8} style={{ borderTop: "1px solid var(--cml-line)" }}>
          <div>
            <Text size="sm" fw={550}>
              {office.name}
            </Text>
            <Text size="xs" c="dimmed">
              {office.timeZone}
            </Text>
          </div>
          {canEdit && (
            <Group gap="xs">
              <Button size="xs" variant="default" aria-label={t("officeHours.editOf", office)} onClick={() => setEdited(office)}>
                {t("officeHours.edit")}
              </Button>
              <Button size="xs" variant="default" aria-label={t("officeHours.removeOf", office)} onClick={() => remove(office)}>
                {t("officeHours.remove")}
              </Button>
            </Group>
          )}
        </Group>
      ))}
      {canEdit && (
        <Button variant="default" mt="sm" onClick={() => setEdited("new")}>
          {t("officeHours.add")}
        </Button>
      )}
      <Modal
        opened={edited !== null}
        onClose={close}
        title={edited === null || edited === "new" ? t("officeHours.add") : t("officeHours.editOf", edited)}
        size="lg"
      >
        {edited !== null && (
          <OfficeHoursForm office={edited === "new" ? null : edited} timeZone={site.data?.timeZone ?? "America/Toronto"} onDone={close} />
        )}
      </Modal>
    </div>
  );
};
