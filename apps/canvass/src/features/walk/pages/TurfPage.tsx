import { Box, Button, Group, Text, TextInput } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { EmptyState, ErrorState, PageSkeleton } from "@cml/ui";
import { useFormats, useLocale, useTranslation } from "@cml/ui/i18n";
import { IconChecks, IconSearch, IconWifiOff } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { OldAnswer } from "../../../shell/OldAnswer";
import { Screen } from "../../../shell/Screen";
import { DoorList } from "../components/DoorList";
import { DoorSheet } from "../components/DoorSheet";
import { ShowChoice } from "../components/ShowChoice";
import { WalkAction } from "../components/WalkAction";
import { useDoorSheet } from "../hooks/useDoorSheet";
import { useGround } from "../hooks/useGround";
import { useTurf } from "../hooks/useTurf";
import { useTurfHead } from "../hooks/useTurfHead";
import { useWalk } from "../hooks/useWalk";
import { matches, nextDoor } from "../model/door-rows";

export const TurfPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const formats = useFormats();
  const { assignmentId = "" }: { assignmentId?: string } = useParams({ strict: false });
  const { turf, rows, left, storedAt, loading, error, refetch } = useTurf(assignmentId);
  const walk = useWalk(assignmentId);
  const sheet = useDoorSheet(rows, walk);
  const head = useTurfHead(turf, rows);
  // Who looks at the list with a signal has the map's streets later without one.
  useGround(turf?.bounds ?? null);
  const [show, setShow] = useState<"todo" | "all">("todo");
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search);
  const shown = useMemo(() => rows?.filter((row) => (show === "all" || !row.done) && matches(row, wanted)) ?? [], [rows, show, wanted]);
  const nextId = useMemo(
    () => (walk.walk === null || rows === null ? null : (nextDoor(rows, null)?.locationId ?? null)),
    [walk.walk, rows],
  );
  const allDone = rows !== null && rows.length > 0 && left === 0 && show === "todo";

  return (
    <Screen
      back
      assignmentId={assignmentId}
      {...head}
      action={<WalkAction rows={rows} walk={walk} sheet={sheet} />}
      tools={
        rows !== null && rows.length > 0 ? (
          <Group gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              size="lg"
              styles={{ input: { minHeight: 56 } }}
              type="search"
              leftSection={<IconSearch size={20} />}
              aria-label={t("app.walk.search")}
              placeholder={t("app.walk.search")}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <ShowChoice value={show} onChange={setShow} />
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
          {error !== null && <ErrorState message={errorMessage(error, locale)} onRetry={refetch} />}
        </Box>
      )}
      {rows !== null && (
        <>
          {storedAt !== null && (
            <Box px="md" pt="sm">
              <OldAnswer storedAt={storedAt} />
            </Box>
          )}
          {walk.walk !== null && !allDone && (
            <Group px="md" py={4} justify="space-between" wrap="nowrap">
              <Text size="sm" c="dimmed">
                {t("app.walk.since", { time: formats.time(walk.walk.startedAt) })}
              </Text>
              <Button variant="subtle" color="gray" mih={56} onClick={() => void walk.end()}>
                {t("app.walk.end")}
              </Button>
            </Group>
          )}
          {rows.length === 0 && <EmptyState title={t("app.walk.noDoors")}>{t("app.walk.noDoorsText")}</EmptyState>}
          {allDone && (
            <EmptyState icon={<IconChecks size={26} />} title={t("app.walk.allDone")}>
              {t("app.walk.allDoneText")}
            </EmptyState>
          )}
          {rows.length > 0 && shown.length === 0 && !allDone && (
            <EmptyState
              title={t("app.walk.noMatch")}
              action={
                <Button variant="default" mih={56} onClick={() => setSearch("")}>
                  {t("app.walk.clearSearch")}
                </Button>
              }
            />
          )}
          <DoorList rows={shown} nextId={nextId} onOpen={sheet.open} />
        </>
      )}
      <DoorSheet {...sheet.props} />
    </Screen>
  );
};
