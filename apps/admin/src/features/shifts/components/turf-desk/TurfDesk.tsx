import { Button, Group, Paper, Text, Title } from "@mantine/core";
import type { ShiftDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconPrinter, IconUsersGroup } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useSiteFormats } from "../../../../session/useSite";
import { textOf, usePageSearch } from "../../../../shell/usePageSearch";
import { HandOutForm } from "./HandOutForm";
import { markTurfs } from "./marked-turfs";
import { SpreadModal } from "./SpreadModal";
import classes from "./TurfDesk.module.css";
import { TurfLine } from "./TurfLine";
import { TurfMap } from "./TurfMap";

type Props = { shift: ShiftDetail; canEdit: boolean };

/** `any`: the turfs are chosen there; else those of this area. */
const anyArea = "any";

/** Who has what: the turfs of a shift on the map, how far each pair is, and what may be done about it. */
export const TurfDesk = ({ shift, canEdit }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const [{ spread }, change] = usePageSearch((raw) => ({ spread: textOf(raw["spread"]) || null }));
  const turfs = useMemo(() => markTurfs(shift.turfs), [shift.turfs]);
  const canHandOut = canEdit && shift.status !== "CANCELLED";
  const sum = (of: "doors" | "done") => formats.number(turfs.reduce((total, turf) => total + turf[of], 0));
  return (
    <Paper withBorder radius="md" p="lg">
      <Group justify="space-between" align="flex-start" gap="sm" mb="md">
        <div>
          <Title order={2} fz={18}>
            {t("turfDesk.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {turfs.length === 0
              ? t("turfDesk.none")
              : t("turfDesk.summary", { count: turfs.length, doors: sum("doors"), turfs: formats.number(turfs.length), done: sum("done") })}
          </Text>
        </div>
        <Group gap="xs">
          {turfs.length > 0 && canEdit && (
            <Button component={Link} to="/sheets" search={{ shift: shift.id } as never} variant="subtle">
              {t("sheets.typeInAll")}
            </Button>
          )}
          {turfs.length > 0 && (
            <Button component={Link} to={`/shifts/${shift.id}/turf`} variant="default" leftSection={<IconPrinter size={16} />}>
              {t("turfDesk.overview")}
            </Button>
          )}
          {canHandOut && (
            <Button variant="light" leftSection={<IconUsersGroup size={16} />} onClick={() => change({ spread: anyArea })}>
              {t("turfDesk.spread")}
            </Button>
          )}
        </Group>
      </Group>
      {turfs.length > 0 && <TurfMap shiftId={shift.id} turfs={turfs} />}
      <ul className={classes.list} aria-label={t("turfDesk.list")}>
        {turfs.map((turf) => (
          <TurfLine key={turf.id} turf={turf} turfs={turfs} shift={shift} canEdit={canHandOut} />
        ))}
      </ul>
      {canHandOut && <HandOutForm shift={shift} />}
      {canHandOut && spread !== null && (
        <SpreadModal shift={shift} areaId={spread === anyArea ? null : spread} onClose={() => change({ spread: null })} />
      )}
    </Paper>
  );
};
