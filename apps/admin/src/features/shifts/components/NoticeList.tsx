import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ShiftDetail, ShiftNotice } from "@cml/domain/map";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";

/** What everybody of the shift was told by mail, newest first; nothing while nothing was. */
export const NoticeList = ({ shift }: { shift: ShiftDetail }) => {
  const { t } = useTranslation();
  const notices = api.map.shifts.notices.useQuery({ id: shift.id }, { refetchInterval: 15_000 }).data ?? [];
  if (notices.length === 0) return null;
  return (
    <Paper withBorder radius="md" p="lg">
      <Title order={2} fz={18} mb="sm">
        {t("shiftDesk.notices")}
      </Title>
      <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </Stack>
    </Paper>
  );
};

const NoticeRow = ({ notice: { kind, bodies, sentAt, createdAt, recipients } }: { notice: ShiftNotice }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const words = [bodies.en, bodies.fr].filter((text) => text !== null);
  return (
    <li style={{ padding: "10px 0", borderTop: "1px solid var(--cml-line)" }}>
      <Text size="sm" fw={550} component="div" style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" }}>
        {t(`shiftDesk.noticeKinds.${kind}`)}
        {sentAt === null ? <StatusBadge tone="attention">{t("shiftDesk.leavesSoon")}</StatusBadge> : null}
      </Text>
      <Text size="xs" c="dimmed">
        {formats.dateTime(sentAt ?? createdAt)}
        {sentAt !== null && ` · ${t("shiftDesk.wentTo", { count: recipients })}`}
      </Text>
      {words.map((text) => (
        <Text key={text} size="sm" mt={4} lineClamp={4} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {text}
        </Text>
      ))}
    </li>
  );
};
