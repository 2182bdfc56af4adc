import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ShiftDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../../session/useSite";
import { HandOutForm } from "./HandOutForm";
import { TurfLine } from "./TurfLine";
import { TurfMap } from "./TurfMap";

type Props = { shift: ShiftDetail; canEdit: boolean };

/** Who has what: the turfs of a shift on the map, how far each pair is, and what may be done about it. */
export const TurfDesk = ({ shift, canEdit }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { turfs } = shift;
  const sum = (of: "doors" | "done") => formats.number(turfs.reduce((total, turf) => total + turf[of], 0));
  return (
    <Paper withBorder radius="md" p="lg">
      <Title order={2} fz={18}>
        {t("turfDesk.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {turfs.length === 0
          ? t("turfDesk.none")
          : t("turfDesk.summary", { count: turfs.length, doors: sum("doors"), turfs: formats.number(turfs.length), done: sum("done") })}
      </Text>
      {turfs.length > 0 && <TurfMap turfs={turfs} />}
      <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {turfs.map((turf) => (
          <TurfLine key={turf.id} turf={turf} shift={shift} canEdit={canEdit && shift.status !== "CANCELLED"} />
        ))}
      </Stack>
      {canEdit && shift.status !== "CANCELLED" && <HandOutForm shift={shift} />}
    </Paper>
  );
};
