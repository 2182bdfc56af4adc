import { Anchor, Select, Text } from "@mantine/core";
import { type AuditAction, auditDeeds, type AuditKind, auditKinds, type AuditLine, isAuditAction } from "@cml/domain/platform";
import { type Column, EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconNotebook } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryTable } from "../../../shell/QueryTable";
import { useFilterWords } from "../../../shell/useFilterWords";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { RecordAbout } from "../components/RecordAbout";

const everyAction: readonly AuditAction[] = auditKinds.flatMap((kind): readonly AuditAction[] => auditDeeds[kind]);

/** Who exported, decided or changed what, for those who run the house. */
export const RecordPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    kind: oneOf(auditKinds, raw["kind"]),
    action: oneOf(everyAction, raw["action"]),
    page: pageOf(raw["page"]),
  }));
  const { kind, action } = search;
  const query = api.settings.record.list.useQuery(
    { search: search.q, kind, action, page: search.page, pageSize },
    { placeholderData: keepPreviousData },
  );
  const columns = useColumns(query.data?.items ?? []);
  const about = (next: AuditKind | null) => setSearch({ kind: next, action: null, page: 1 });
  return (
    <>
      <PageHeader
        title={t("record.title")}
        lead={t("record.lead")}
        back={
          <Anchor component={Link} to="/settings" size="sm" c="dimmed">
            {t("settings.title")}
          </Anchor>
        }
      />
      <QueryTable
        label={t("record.title")}
        columns={columns}
        query={query}
        search={search}
        setSearch={setSearch}
        searchLabel={t("record.search")}
        filters={[
          {
            id: "kind",
            label: t("record.kind"),
            value: kind,
            options: auditKinds.map((value) => ({ value, label: t(`record.kinds.${value}`) })),
            onChange: (value) => about(oneOf(auditKinds, value)),
          },
        ]}
        actions={
          <Select
            aria-label={t("record.action")}
            placeholder={t("record.anyAction")}
            w={{ base: "100%", xs: 280 }}
            data={(kind === null ? auditKinds : [kind]).map((one) => ({
              group: t(`record.kinds.${one}`),
              items: auditDeeds[one].map((value) => ({ value, label: t(`record.actions.${value}`) })),
            }))}
            value={action}
            onChange={(value) => setSearch({ action: oneOf(everyAction, value), page: 1 })}
            searchable
            clearable
          />
        }
        empty={
          <EmptyState icon={<IconNotebook />} title={t("record.empty")}>
            {t("record.emptyText")}
          </EmptyState>
        }
      />
    </>
  );
};

const useColumns = (lines: readonly AuditLine[]): Column<AuditLine>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const wordsOf = useFilterWords(lines.some(({ facts: { filter } }) => typeof filter === "string" && filter.includes("cut=")));
  return [
    {
      id: "what",
      header: t("record.what"),
      width: 260,
      cell: ({ action }) => (
        <Text size="sm" fw={550}>
          {isAuditAction(action) ? t(`record.actions.${action}`) : action}
        </Text>
      ),
    },
    { id: "who", header: t("record.who"), width: 190, cell: ({ actorName, actorKind }) => actorName ?? t(`record.nobody.${actorKind}`) },
    { id: "when", header: t("record.when"), width: 215, cell: ({ at }) => formats.dateTime(at) },
    { id: "about", header: t("record.about"), cell: (line) => <RecordAbout line={line} wordsOf={wordsOf} /> },
    {
      id: "rows",
      header: t("record.rows"),
      align: "right",
      width: 100,
      cell: ({ facts: { rows, letters, total } }) => {
        const count = [rows, letters, total].find((one): one is number => typeof one === "number");
        return count === undefined ? "–" : formats.number(count);
      },
    },
  ];
};
