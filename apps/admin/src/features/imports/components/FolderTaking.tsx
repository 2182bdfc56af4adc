import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import type { FolderTaking as Taking } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlayerStop } from "@tabler/icons-react";
import { useSiteFormats } from "../../../session/useSite";
import { megabytes } from "./NarSource";

/** How far a file of the import folder is; it comes on without this page too. */
export const FolderTaking = ({ taking, onStop }: { taking: Taking; onStop: () => void }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { fileName: name, takenBytes, sizeBytes } = taking;
  const isWhole = takenBytes >= sizeBytes;
  const words = isWhole
    ? t("imports.folder.ending", { name })
    : t("imports.folder.taking", { name, taken: megabytes(takenBytes, formats.number), size: megabytes(sizeBytes, formats.number) });
  return (
    <Stack gap={6} role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm" className="cml-tabular" style={{ flex: "1 1 240px", overflowWrap: "anywhere" }}>
          {words}
        </Text>
        <Button size="compact-sm" variant="default" leftSection={<IconPlayerStop size={15} />} onClick={onStop}>
          {t("imports.folder.stop")}
        </Button>
      </Group>
      <Progress
        value={sizeBytes === 0 ? 100 : (takenBytes / sizeBytes) * 100}
        animated={isWhole}
        aria-label={t("imports.uploading", { name })}
      />
      <Text size="xs" c="dimmed">
        {t("imports.folder.stays")}
      </Text>
    </Stack>
  );
};
