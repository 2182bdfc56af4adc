import { Paper, Stack, Title } from "@mantine/core";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconFileText } from "@tabler/icons-react";
import { api } from "../../../api";
import { QueryState } from "../../../shell/QueryState";
import { textOf, usePageSearch } from "../../../shell/usePageSearch";
import { CodeForm } from "../components/CodeForm";
import { SheetList } from "../components/SheetList";

/** Paper that comes back: a code to type or scan, and the sheets that were printed lately. */
export const SheetListPage = () => {
  const { t } = useTranslation();
  const [{ shift }] = usePageSearch((raw) => ({ shift: textOf(raw["shift"]) }));
  const query = api.canvass.sheets.list.useQuery({ shiftId: shift === "" ? null : shift });
  return (
    <>
      <PageHeader title={t("sheets.title")} lead={t("sheets.lead")} />
      <Stack gap="xl">
        <Paper withBorder radius="md" p="lg">
          <CodeForm />
        </Paper>
        <Stack gap="sm">
          <Title order={2} fz={18}>
            {t("sheets.listTitle")}
          </Title>
          <QueryState query={query} shape="table" rows={4}>
            {(sheets) =>
              sheets.length === 0 ? (
                <EmptyState icon={<IconFileText />} title={t("sheets.emptyTitle")}>
                  {t("sheets.emptyText")}
                </EmptyState>
              ) : (
                <SheetList sheets={sheets} label={t("sheets.listTitle")} />
              )
            }
          </QueryState>
        </Stack>
      </Stack>
    </>
  );
};
