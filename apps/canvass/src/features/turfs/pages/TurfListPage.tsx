import { Badge, Box, Button, Card, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { EmptyState, ErrorState, PageSkeleton } from "@cml/ui";
import { useFormats, useLocale, useTranslation } from "@cml/ui/i18n";
import { IconMap2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type MyTurf, useMyTurfs } from "../../walk";
import { OldAnswer } from "../../../shell/OldAnswer";
import { Screen } from "../../../shell/Screen";

export const TurfListPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const turfs = useMyTurfs();
  return (
    <Screen title={t("app.turfs.title")} under={t("app.turfs.lead")}>
      <Box p="md">
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
            <TurfCard key={turf.assignmentId} turf={turf} />
          ))}
        </Stack>
      </Box>
    </Screen>
  );
};

const TurfCard = ({ turf }: { turf: MyTurf }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const share = turf.addressCount === 0 ? 0 : turf.visitedCount / turf.addressCount;
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h4">
          {turf.cutName}
        </Title>
        <Badge variant="light" size="lg" style={{ flex: "none" }}>
          {t("app.turfs.doors", { count: turf.addressCount })}
        </Badge>
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
        {t("app.turfs.done", { done: turf.visitedCount, total: turf.addressCount })}
      </Text>
      <Button component={Link} to={`/turf/${turf.assignmentId}`} size="md" mih={56} mt="md" fullWidth>
        {t("app.turfs.open")}
      </Button>
    </Card>
  );
};
