import { Badge, Box, Button, Card, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { EmptyState, ErrorState, PageSkeleton } from "@cml/ui";
import { useFormats, useLocale, useTranslation } from "@cml/ui/i18n";
import { IconMap2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { LedShifts } from "../../captain";
import { type MyTurf, useMyTurfs } from "../../walk";
import { OldAnswer } from "../../../shell/OldAnswer";
import { usePhoneState } from "../../../shell/PhoneContext";
import { Screen } from "../../../shell/Screen";

export const TurfListPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const turfs = useMyTurfs();
  const { walk } = usePhoneState();
  return (
    <Screen title={t("app.turfs.title")}>
      <Box p="md">
        <LedShifts />
        {turfs.loading && <PageSkeleton />}
        {!turfs.loading && turfs.data === null && <ErrorState message={errorMessage(turfs.error, locale)} onRetry={turfs.refetch} />}
        {turfs.data?.length === 0 && (
          <EmptyState
            icon={<IconMap2 size={26} />}
            title={t("app.turfs.empty")}
            action={
              <Button size="md" mih={56} onClick={turfs.refetch} loading={turfs.fetching}>
                {t("app.turfs.refresh")}
              </Button>
            }
          >
            {t("app.turfs.emptyText")}
          </EmptyState>
        )}
        <Stack gap="md">
          <OldAnswer storedAt={turfs.storedAt} />
          {turfs.data?.map((turf) => (
            <TurfCard key={turf.assignmentId} turf={turf} walking={walk?.assignmentId === turf.assignmentId} />
          ))}
        </Stack>
      </Box>
    </Screen>
  );
};

const TurfCard = ({ turf, walking }: { turf: MyTurf; walking: boolean }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const share = turf.addressCount === 0 ? 0 : turf.visitedCount / turf.addressCount;
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h3">
          {turf.cutName}
        </Title>
        {walking && (
          <Badge size="lg" style={{ flex: "none" }}>
            {t("app.turfs.walking")}
          </Badge>
        )}
      </Group>
      <Text c="dimmed" size="sm" mt={2}>
        {turf.shiftTitle} · {formats.day(turf.date)}, {turf.startTime}–{turf.endTime}
      </Text>
      {turf.people.length > 1 && (
        <Text c="dimmed" size="sm">
          {t("app.turfs.with", { names: turf.people.map(({ name }) => name).join(", ") })}
        </Text>
      )}
      <Progress
        value={share * 100}
        mt="md"
        size="md"
        aria-label={t("app.turfs.done", { done: turf.visitedCount, total: turf.addressCount })}
      />
      <Text size="sm" mt={6}>
        {t("app.turfs.done", { done: formats.number(turf.visitedCount), total: formats.number(turf.addressCount) })}
      </Text>
      <Button component={Link} to={`/turf/${turf.assignmentId}`} size="lg" mih={56} mt="md" fullWidth>
        {t(walking ? "app.turfs.goOn" : "app.turfs.open")}
      </Button>
    </Card>
  );
};
