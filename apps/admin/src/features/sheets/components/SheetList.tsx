import { Anchor, Box, Group, Paper, Progress, Text } from "@mantine/core";
import type { PrintedSheetRow } from "@cml/domain/canvass";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./SheetList.module.css";

/** Printed sheets, each with how far it is typed in. */
export const SheetList = ({ sheets, label }: { sheets: readonly PrintedSheetRow[]; label: string }) => (
  <Paper withBorder radius="md" component="ul" aria-label={label} className={classes.list}>
    {sheets.map((sheet) => (
      <Row key={sheet.id} sheet={sheet} />
    ))}
  </Paper>
);

const Row = ({ sheet }: { sheet: PrintedSheetRow }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const names = sheet.people.map(({ name }) => name).join(", ");
  const count = t("sheets.ofDoors", { entered: formats.number(sheet.entered), doors: formats.number(sheet.doors) });
  return (
    <li className={classes.row}>
      <Box miw={0}>
        <Anchor component={Link} to={`/sheets/${sheet.code}`} fw={600} size="sm" className={classes.link}>
          {sheet.cutName}
        </Anchor>
        <Text size="sm" c="dimmed" truncate>
          {[sheet.shift?.title ?? t("sheets.noShift"), names === "" ? t("sheets.nobody") : names].join(" · ")}
        </Text>
      </Box>
      <Box className={classes.code}>
        <Text size="sm" fw={550} className="cml-tabular">
          {sheet.code}
        </Text>
        <Text size="xs" c="dimmed">
          {formats.date(sheet.printedAt)}
        </Text>
      </Box>
      <Box className={classes.progress}>
        <Progress size="sm" value={(sheet.entered / sheet.doors) * 100} aria-label={count} />
        <Group justify="space-between" gap={4}>
          <Text size="xs" c="dimmed" className="cml-tabular">
            {sheet.entered >= sheet.doors ? t("sheets.whole") : count}
          </Text>
        </Group>
      </Box>
    </li>
  );
};
