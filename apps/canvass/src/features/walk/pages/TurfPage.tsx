import { Box, Button, Group, SegmentedControl, Text, TextInput } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { EmptyState, ErrorState, PageSkeleton } from "@cml/ui";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconChecks, IconSearch, IconWifiOff } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { OldAnswer } from "../../../shell/OldAnswer";
import { Screen } from "../../../shell/Screen";
import { DoorList } from "../components/DoorList";
import { DoorSheet } from "../components/DoorSheet";
import { useDoorSheet } from "../hooks/useDoorSheet";
import { useTurf } from "../hooks/useTurf";
import { useWalk } from "../hooks/useWalk";
import { matches } from "../model/door-rows";

export const TurfPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const { assignmentId = "" }: { assignmentId?: string } = useParams({ strict: false });
  const { turf, rows, left, storedAt, loading, error } = useTurf(assignmentId);
  const walk = useWalk(assignmentId);
  const sheet = useDoorSheet(rows, walk);
  const [show, setShow] = useState("todo");
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search);
  const shown = rows?.filter((row) => (show === "all" || !row.done) && matches(row, wanted)) ?? [];

  return (
    <Screen
      back
      assignmentId={assignmentId}
      title={turf?.cutName ?? t("app.turfs.title")}
      under={rows === null ? undefined : t("app.walk.left", { count: left })}
      tools={
        rows !== null && rows.length > 0 ? (
          <Group mt="xs" gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              size="md"
              type="search"
              leftSection={<IconSearch size={18} />}
              aria-label={t("app.walk.search")}
              placeholder={t("app.walk.search")}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <SegmentedControl
              size="md"
              value={show}
              onChange={setShow}
              data={[
                { value: "todo", label: t("app.walk.todo") },
                { value: "all", label: t("app.walk.all") },
              ]}
            />
          </Group>
        ) : undefined
      }
    >
      {loading && (
        <Box p="md">
          <PageSkeleton />
        </Box>
      )}
      {!loading && rows === null && (
        <Box p="md">
          <EmptyState icon={<IconWifiOff size={26} />} title={t("app.walk.notFetched")}>
            {t("app.walk.notFetchedText")}
          </EmptyState>
          {error !== null && <ErrorState message={errorMessage(error, locale)} />}
        </Box>
      )}
      {rows !== null && (
        <>
          <Box px="md" pt={storedAt === null && walk.walk !== null ? 0 : "md"}>
            <OldAnswer storedAt={storedAt} />
            {walk.walk === null && rows.length > 0 && (
              <Box my="xs">
                <Button size="lg" mih={56} fullWidth onClick={() => void walk.start()}>
                  {t("app.walk.start")}
                </Button>
                <Text size="sm" c="dimmed" mt={6}>
                  {t("app.walk.startText")}
                </Text>
              </Box>
            )}
          </Box>
          {rows.length === 0 && <EmptyState title={t("app.walk.noDoors")}>{t("app.walk.noDoorsText")}</EmptyState>}
          {rows.length > 0 && left === 0 && show === "todo" && (
            <EmptyState icon={<IconChecks size={26} />} title={t("app.walk.allDone")}>
              {t("app.walk.allDoneText")}
            </EmptyState>
          )}
          {rows.length > 0 && shown.length === 0 && !(left === 0 && show === "todo") && <EmptyState title={t("app.walk.noMatch")} />}
          <DoorList rows={shown} onOpen={(row) => sheet.open(row.locationId)} />
          {walk.walk !== null && (
            <Box p="md">
              <Button variant="default" size="md" mih={56} fullWidth onClick={() => void walk.end()}>
                {t("app.walk.end")}
              </Button>
            </Box>
          )}
        </>
      )}
      <DoorSheet {...sheet.props} />
    </Screen>
  );
};
