import { ActionIcon, Menu } from "@mantine/core";
import { dayIn, movedDay } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconDots, IconFileSpreadsheet } from "@tabler/icons-react";
import { useSite } from "../../../session/useSite";

/** Sign-ups of a period as CSV; each download is written down. */
export const ExportMenu = () => {
  const { t } = useTranslation();
  const { timeZone } = useSite();
  const today = dayIn(new Date(), timeZone);
  const periods = [
    ["ahead", today, movedDay(today, 30)],
    ["behind", movedDay(today, -90), today],
    ["year", movedDay(today, -365), movedDay(today, 365)],
  ] as const;
  return (
    <Menu width={300}>
      <Menu.Target>
        <ActionIcon size={36} variant="default" aria-label={t("shiftDesk.more")}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {periods.map(([name, from, until]) => (
          <Menu.Item
            key={name}
            leftSection={<IconFileSpreadsheet size={17} />}
            component="a"
            href={`/exports/signups.csv?from=${from}&until=${until}`}
            download
          >
            {t(`shiftDesk.exports.${name}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t("shiftDesk.exportNote")}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
};
