import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../i18n/formats";

type Props = {
  total: number;
  page: number;
  pageSize: number;
  onPage: ((page: number) => void) | undefined;
  isMore: boolean;
  hasNext: boolean | undefined;
};

/** How many there are, which are shown, and the way to the others. */
export const DataTablePager = ({ total, page, pageSize, onPage, isMore, hasNext }: Props) => {
  const { t } = useTranslation("kernel");
  const { number } = useFormats();
  const from = (page - 1) * pageSize + 1;
  const to = isMore ? page * pageSize : Math.min(total, page * pageSize);
  const many = onPage !== undefined && total > pageSize;
  const range = { from: number(from), to: number(to), total: number(total) };
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" className="cml-tabular" aria-live="polite">
        {many ? t(isMore ? "ui.table.rangeOfMore" : "ui.table.range", range) : t("ui.table.total", { count: total })}
      </Text>
      {many && (
        <>
          <ActionIcon size="md" aria-label={t("ui.table.previous")} disabled={page <= 1} onClick={() => onPage(page - 1)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon size="md" aria-label={t("ui.table.next")} disabled={!(hasNext ?? to < total)} onClick={() => onPage(page + 1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </>
      )}
    </Group>
  );
};
