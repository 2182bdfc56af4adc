import { Button, Group, Progress, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconArchive, IconArrowBackUp, IconPlayerStop, IconRotate, IconWand } from "@tabler/icons-react";
import { useSiteFormats } from "../../../session/useSite";
import { ChosenBar } from "../../../shell/Choosing";
import { KeySign } from "../../../shell/queue-desk/KeySign";
import type { TrayDeeds } from "../hooks/useTrayDeeds";

type Props = {
  state: "waiting" | "setAside" | "placed";
  chosen: readonly string[];
  deeds: TrayDeeds;
  onSetAside: () => void;
  onClear: () => void;
};

/** What may be done with the chosen rows, what is being done, and how to take the last deed back. */
export const TrayBar = ({ state, chosen, deeds, onSetAside, onClear }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { progress } = deeds;
  if (progress !== null)
    return (
      <ChosenBar label={t("tray.geocoding")}>
        <Progress value={(progress.done / progress.total) * 100} aria-label={t("tray.geocoding")} animated style={{ flex: "1 1 120px" }} />
        <Text size="sm" className="cml-tabular" aria-live="polite">
          {t("tray.progress", {
            done: formats.number(progress.done),
            total: formats.number(progress.total),
            placed: formats.number(progress.placed),
          })}
        </Text>
        <Button size="compact-sm" variant="default" leftSection={<IconPlayerStop size={15} />} onClick={deeds.stop}>
          {t("quality.runs.stop")}
        </Button>
      </ChosenBar>
    );
  if (chosen.length > 0)
    return (
      <ChosenBar label={t("tray.chosen", { count: chosen.length })}>
        <Text size="sm" fw={600}>
          {t("tray.chosen", { count: chosen.length })}
        </Text>
        {state === "waiting" && (
          <>
            <Button size="compact-sm" leftSection={<IconWand size={15} />} disabled={deeds.isBusy} onClick={() => deeds.geocode(chosen)}>
              {t("tray.geocodeChosen")}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArchive size={15} />}
              disabled={deeds.isBusy}
              onClick={onSetAside}
            >
              {t("tray.setAside")}
            </Button>
          </>
        )}
        {state === "setAside" && (
          <Button size="compact-sm" leftSection={<IconRotate size={15} />} disabled={deeds.isBusy} onClick={() => deeds.bringBack(chosen)}>
            {t("tray.bringBack")}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
          {t("tray.clearChosen")}
        </Button>
      </ChosenBar>
    );
  if (deeds.said === "") return null;
  return (
    <Group gap="sm" mb="sm" justify="space-between" wrap="nowrap">
      <Text size="sm">{deeds.said}</Text>
      {deeds.canUndo && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={15} />}
          disabled={deeds.isBusy}
          onClick={deeds.undo}
          style={{ flex: "none" }}
        >
          {t("quality.queue.undo")} {state === "waiting" && <KeySign sign="U" />}
        </Button>
      )}
    </Group>
  );
};
