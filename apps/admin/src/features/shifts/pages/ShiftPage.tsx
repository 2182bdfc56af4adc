import { ActionIcon, Button, Grid, Stack, Tooltip } from "@mantine/core";
import type { ShiftDetail } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useDisclosure } from "@mantine/hooks";
import { IconFileSpreadsheet, IconMail, IconPencil } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { BackLink } from "../../../shell/BackLink";
import { QueryState } from "../../../shell/QueryState";
import { CancelShiftModal } from "../components/CancelShiftModal";
import { MessageModal } from "../components/MessageModal";
import { DayDesk } from "../components/day/DayDesk";
import { NoticeList } from "../components/NoticeList";
import { ShiftStatusBadge } from "../components/ShiftStatusBadge";
import { SignupList } from "../components/SignupList";
import { TurfDesk } from "../components/turf-desk/TurfDesk";

export const ShiftPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const { id = "" }: { id?: string } = useParams({ strict: false });
  const query = api.map.shifts.get.useQuery({ id }, { refetchInterval: 15_000 });
  const [cancelling, cancelDialog] = useDisclosure();
  const [writing, messageDialog] = useDisclosure();
  return (
    <QueryState query={query}>
      {(shift) => (
        <>
          <PageHeader
            title={shift.title}
            badge={<ShiftStatusBadge status={shift.status} />}
            lead={[`${formats.day(shift.date)}, ${shift.startTime}–${shift.endTime}`, shift.location, t(`shifts.kinds.${shift.kind}`)]
              .filter(Boolean)
              .join(" · ")}
            back={<BackLink to="/shifts">{t("shifts.title")}</BackLink>}
            actions={
              can("shift.edit") && (
                <>
                  <Tooltip label={t("shiftDesk.exports.one")}>
                    <ActionIcon
                      component="a"
                      href={`/exports/signups.csv?shift=${shift.id}`}
                      download
                      size={36}
                      variant="default"
                      aria-label={t("shiftDesk.exports.one")}
                    >
                      <IconFileSpreadsheet size={18} />
                    </ActionIcon>
                  </Tooltip>
                  {shift.status !== "CANCELLED" && <ShiftVerbs shift={shift} onCancel={cancelDialog.open} onWrite={messageDialog.open} />}
                </>
              )
            }
          />
          <CancelShiftModal shift={shift} opened={cancelling} onClose={cancelDialog.close} />
          <MessageModal shift={shift} opened={writing} onClose={messageDialog.close} />
          <Grid gap="xl">
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Stack gap="xl">
                {shift.status !== "CANCELLED" && <DayDesk shift={shift} canEdit={can("shift.edit")} />}
                <SignupList shift={shift} canEdit={can("shift.edit")} />
                <NoticeList shift={shift} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <TurfDesk shift={shift} canEdit={can("shift.edit")} />
            </Grid.Col>
          </Grid>
        </>
      )}
    </QueryState>
  );
};

type Verbs = { shift: ShiftDetail; onCancel: () => void; onWrite: () => void };

const ShiftVerbs = ({ shift, onCancel, onWrite }: Verbs) => {
  const { t } = useTranslation();
  return (
    <>
      <Button variant="subtle" color="brick" onClick={onCancel}>
        {t("shifts.cancel")}
      </Button>
      <Button variant="default" leftSection={<IconMail size={16} />} onClick={onWrite}>
        {t("shiftDesk.message")}
      </Button>
      <Button component={Link} to={`/shifts/${shift.id}/edit`} variant="default" leftSection={<IconPencil size={16} />}>
        {t("actions.edit")}
      </Button>
    </>
  );
};
