import { Button, Menu, Text } from "@mantine/core";
import { type EmailLog, emailLogStatuses } from "@cml/domain/influence";
import { type Column, EmptyState, StatusBadge, type StatusTone } from "@cml/ui";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconMail } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";

const ages = [30, 90, 365];

/** Every message of the house, newest first, found by address. */
export const MailLog = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    result: oneOf(emailLogStatuses, raw["result"]),
    page: pageOf(raw["page"]),
  }));
  const input = { search: search.q, status: search.result, page: search.page, pageSize, locale: useLocale() };
  const query = api.influence.sending.log.useQuery(input, { placeholderData: keepPreviousData, refetchInterval: 10_000 });
  return (
    <QueryTable
      label={t("sending.tabs.log")}
      columns={columns}
      query={query}
      search={search}
      setSearch={setSearch}
      searchLabel={t("sending.log.search")}
      filters={[
        {
          id: "result",
          label: t("sending.log.statusLabel"),
          value: search.result,
          options: emailLogStatuses.map((value) => ({ value, label: t(`sending.log.statuses.${value}`) })),
          onChange: (value) => setSearch({ result: oneOf(emailLogStatuses, value), page: 1 }),
        },
      ]}
      actions={can("letter.edit") && <CleanMenu />}
      empty={
        <EmptyState icon={<IconMail />} title={t("sending.log.emptyTitle")}>
          {t("sending.log.emptyText")}
        </EmptyState>
      }
    />
  );
};

const toneOf: Record<(typeof emailLogStatuses)[number], StatusTone> = { sent: "good", failed: "danger", previewed: "calm" };

const useColumns = (): Column<EmailLog>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    { id: "to", header: t("sending.log.columns.to"), cell: ({ recipientEmail }) => recipientEmail },
    { id: "subject", header: t("sending.log.columns.subject"), cell: ({ subject }) => subject },
    {
      id: "what",
      header: t("sending.log.columns.what"),
      width: 180,
      hideOnPhone: true,
      cell: ({ templateKey, templateName }) => templateName ?? templateKey ?? t("sending.log.letter"),
    },
    {
      id: "status",
      header: t("sending.log.columns.status"),
      width: 200,
      cell: ({ status, error }) => {
        const known = oneOf(emailLogStatuses, status) ?? "failed";
        return (
          <div>
            <StatusBadge tone={toneOf[known]}>{t(`sending.log.statuses.${known}`)}</StatusBadge>
            {error !== null && (
              <Text size="xs" c="dimmed" lineClamp={2}>
                {error.replace(
                  /^(FAILED|UNCERTAIN): /,
                  (_, state: "FAILED" | "UNCERTAIN") => `${t(`influence:letterStatuses.${state}`)} · `,
                )}
              </Text>
            )}
          </div>
        );
      },
    },
    { id: "at", header: t("sending.log.columns.at"), width: 220, cell: ({ sentAt }) => formats.dateTime(sentAt) },
  ];
};

const CleanMenu = () => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const [age, setAge] = useState<number | null>(null);
  const clean = api.influence.sending.clean.useMutation({
    onSuccess: async ({ logEntries, cancelledLetters }) => {
      setAge(null);
      notifyDone(t("sending.log.cleaned", { entries: formats.number(logEntries), letters: formats.number(cancelledLetters) }));
      await cache.influence.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" size="xs">
            {t("sending.log.clean")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ages.map((days) => (
            <Menu.Item key={days} onClick={() => setAge(days)}>
              {t("sending.log.cleanOlder", { count: days })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={age !== null}
        onClose={() => setAge(null)}
        title={t("sending.log.cleanTitle")}
        text={t("sending.log.cleanText", { count: age ?? 0 })}
        action={t("sending.log.clean")}
        isPending={clean.isPending}
        onConfirm={() => clean.mutate({ olderThanDays: age ?? 365 })}
      />
    </>
  );
};
