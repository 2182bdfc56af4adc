import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { useDoorSheet } from "../hooks/useDoorSheet";
import type { useWalk } from "../hooks/useWalk";
import { type DoorRow, nextDoor } from "../model/door-rows";
import { SavedBar } from "./SavedBar";

type Props = { rows: DoorRow[] | null; walk: ReturnType<typeof useWalk>; sheet: ReturnType<typeof useDoorSheet> };

/** The one thing to do next, under the thumb: start, the next door, or end when none is left. */
export const WalkAction = ({ rows, walk, sheet }: Props) => {
  const { t } = useTranslation();
  if (rows === null || rows.length === 0) return null;
  const next = nextDoor(rows, null);
  return (
    <Stack gap={8}>
      {sheet.props.door === null && <SavedBar saved={sheet.lastSaved} />}
      {walk.walk === null && (
        <>
          <Text size="sm" c="dimmed" lh={1.3}>
            {t("app.walk.startText")}
          </Text>
          <Button size="lg" mih={56} fullWidth onClick={() => void walk.start()}>
            {t("app.walk.start")}
          </Button>
        </>
      )}
      {walk.walk !== null && next !== null && (
        <Button size="lg" mih={56} fullWidth onClick={() => sheet.open(next.locationId)}>
          {t("app.door.nextIs", { door: `${next.number} ${next.street}`.trim() })}
        </Button>
      )}
      {walk.walk !== null && next === null && (
        <Button size="lg" mih={56} fullWidth onClick={() => void walk.end()}>
          {t("app.walk.end")}
        </Button>
      )}
    </Stack>
  );
};
