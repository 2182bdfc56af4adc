import { Alert, Button, Group, Text } from "@mantine/core";
import { type ImportPreview, pointReadings, type PointReading } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";

type Props = { look: ImportPreview["pointsLook"]; reading: PointReading; onChange: (points: PointReading) => void };

/** What is odd about the file's points, with an offer to read them so where that is safe. */
export const PointsNotice = ({ look, reading, onChange }: Props) => {
  const { t } = useTranslation();
  if (reading !== "degrees")
    return (
      <Alert color="spruce">
        <Group justify="space-between">
          <Text size="sm">{t("imports.points.readAs", { reading: t(`imports.points.readings.${reading}`) })}</Text>
          <Button size="xs" variant="default" onClick={() => onChange("degrees")}>
            {t("imports.points.undo")}
          </Button>
        </Group>
      </Alert>
    );
  if (look === null || look === "degrees") return null;
  const offer = pointReadings.find((one) => one === look);
  return (
    <Alert color="amber" role="alert">
      <Group justify="space-between">
        <Text size="sm" flex={1} miw={220}>
          {t(`imports.points.${look}`)}
        </Text>
        {offer !== undefined && (
          <Button size="xs" onClick={() => onChange(offer)}>
            {t("imports.points.readSo")}
          </Button>
        )}
      </Group>
    </Alert>
  );
};
