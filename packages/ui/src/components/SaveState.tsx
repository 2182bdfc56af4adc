import { Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../i18n/formats";

export type SaveStateValue = { kind: "clean" } | { kind: "dirty" } | { kind: "saving" } | { kind: "saved"; at: Date } | { kind: "failed" };

/** Always in view in an editor, so that nobody wonders. */
export const SaveState = ({ state, timeZone }: { state: SaveStateValue; timeZone?: string }) => {
  const { t } = useTranslation("kernel");
  const formats = useFormats(timeZone);
  if (state.kind === "clean") return null;
  const text = state.kind === "saved" ? t("ui.save.saved", { time: formats.time(state.at) }) : t(`ui.save.${state.kind}`);
  return (
    <Group gap={6} wrap="nowrap" role="status" c={state.kind === "failed" ? "var(--mantine-color-error)" : "dimmed"}>
      {state.kind === "saved" && <IconCheck size={15} aria-hidden="true" />}
      {state.kind === "dirty" && <IconPencil size={15} aria-hidden="true" />}
      {state.kind === "failed" && <IconAlertTriangle size={15} aria-hidden="true" />}
      <Text size="sm">{text}</Text>
    </Group>
  );
};
