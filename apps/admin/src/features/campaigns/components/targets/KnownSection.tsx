import { Button, Popover, Select, Stack, Text, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type CampaignDetail, type KnownTarget, targetHandlings, targetPositions } from "@cml/domain/influence";
import { type Column, DataTable } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { useSiteFormats } from "../../../../session/useSite";
import { notifyFailed } from "../../../../shell/notify";
import { TableError } from "../../../../shell/TableError";
import { HeldLetters } from "./HeldLetters";
import { Section } from "./Section";
import { VoteBar } from "./VoteBar";

/** Everybody known: where they stand, and what letters to them do. */
export const KnownSection = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search, 250);
  const query = api.influence.targets.list.useQuery(
    { campaignId: campaign.id, search: asked.slice(0, 100) },
    { placeholderData: keepPreviousData },
  );
  const columns = useColumns(campaign);
  return (
    <>
      {query.data !== undefined && (
        <Section title={t("targets.votes.title")} lead={t("targets.votes.lead")}>
          <VoteBar counts={query.data.positions} />
        </Section>
      )}
      <Section title={t("targets.known.title")} lead={t("targets.known.lead")}>
        <TableError query={query}>
          <DataTable
            label={t("targets.known.title")}
            columns={columns}
            rows={query.data?.targets}
            rowKey={({ recipientKey }) => recipientKey}
            search={search}
            onSearch={setSearch}
            searchLabel={t("targets.known.search")}
            empty={
              <Text size="sm" c="dimmed">
                {t("targets.known.empty")}
              </Text>
            }
          />
        </TableError>
        {query.data?.more === true && (
          <Text size="sm" c="dimmed">
            {t("targets.known.more")}
          </Text>
        )}
      </Section>
    </>
  );
};

const useColumns = (campaign: CampaignDetail): Column<KnownTarget>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { can } = useSession();
  const mayEdit = can("campaign.edit") && campaign.status !== "ARCHIVED";
  return [
    {
      id: "name",
      header: t("targets.known.columns.name"),
      cell: ({ name, title, districtName, partyName, group }) => (
        <div>
          <Text size="sm" fw={550}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {[title, districtName, partyName, group].filter((part) => part !== null && part !== "").join(" · ")}
          </Text>
        </div>
      ),
    },
    {
      id: "position",
      header: t("targets.known.columns.position"),
      width: 210,
      cell: (target) => <PositionCell campaignId={campaign.id} target={target} disabled={!mayEdit} />,
    },
    {
      id: "handling",
      header: t("targets.known.columns.handling"),
      width: 250,
      cell: (target) => <HandlingCell campaignId={campaign.id} target={target} disabled={!mayEdit} />,
    },
    {
      id: "waiting",
      header: t("targets.known.columns.waiting"),
      align: "right",
      width: 90,
      cell: ({ waiting }) => formats.number(waiting),
    },
    { id: "sent", header: t("targets.known.columns.sent"), align: "right", width: 80, cell: ({ sent }) => formats.number(sent) },
  ];
};

type CellProps = { campaignId: string; target: KnownTarget; disabled: boolean };

const useRefresh = () => {
  const cache = api.useUtils();
  return () => cache.influence.targets.invalidate();
};

const PositionCell = ({ campaignId, target, disabled }: CellProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const [opened, setOpened] = useState(false);
  const [source, setSource] = useState(target.positionSource ?? "");
  const save = api.influence.targets.setPosition.useMutation({ onSuccess: useRefresh(), onError: notifyFailed });
  const { recipientKey, name, position, positionSource, positionAt } = target;
  const whom = { campaignId, recipientKey, name };
  return (
    <Stack gap={4}>
      <Select
        size="xs"
        aria-label={t("targets.known.positionOf", { name })}
        data={targetPositions.map((value) => ({ value, label: t(`targets.position.${value}`) }))}
        value={position}
        allowDeselect={false}
        disabled={disabled || save.isPending}
        onChange={(value) => {
          const chosen = targetPositions.find((one) => one === value);
          // Another position is known from elsewhere.
          if (chosen !== undefined) save.mutate({ ...whom, position: chosen, source: null, at: null });
        }}
      />
      {position !== "UNKNOWN" && positionAt !== null && (
        <Text size="xs" c="dimmed">
          {t("targets.known.since", { date: formats.date(positionAt) })}
        </Text>
      )}
      {position !== "UNKNOWN" && (
        <Popover opened={opened} onChange={setOpened} width={280} trapFocus>
          <Popover.Target>
            <Button
              variant="subtle"
              size="compact-xs"
              color="gray"
              disabled={disabled}
              onClick={() => setOpened(!opened)}
              justify="flex-start"
              maw={190}
              px={0}
              title={positionSource ?? undefined}
              styles={{ label: { display: "block", overflow: "hidden", textOverflow: "ellipsis" } }}
            >
              {positionSource ?? t("targets.known.noSource")}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs">
              <Textarea
                label={t("targets.known.source")}
                description={t("targets.known.sourceHint")}
                value={source}
                onChange={(event) => setSource(event.currentTarget.value.replace(/\n/g, " "))}
                autosize
                minRows={2}
                data-autofocus
              />
              <Button
                size="xs"
                loading={save.isPending}
                onClick={() =>
                  save.mutate(
                    { ...whom, position, source: source.trim() === "" ? null : source.trim(), at: positionAt },
                    { onSuccess: () => setOpened(false) },
                  )
                }
              >
                {t("targets.known.save")}
              </Button>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      )}
    </Stack>
  );
};

const HandlingCell = ({ campaignId, target, disabled }: CellProps) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [deciding, setDeciding] = useState(false);
  const save = api.influence.targets.setHandling.useMutation({ onSuccess: useRefresh(), onError: notifyFailed });
  const { recipientKey, name, handling, held } = target;
  return (
    <Stack gap={4}>
      <Select
        size="xs"
        aria-label={t("targets.known.handlingOf", { name })}
        data={targetHandlings.map((value) => ({ value, label: t(`targets.handling.${value}`) }))}
        value={handling}
        allowDeselect={false}
        disabled={disabled || save.isPending}
        onChange={(value) => {
          const chosen = targetHandlings.find((one) => one === value);
          if (chosen !== undefined) save.mutate({ campaignId, recipientKey, name, handling: chosen });
        }}
      />
      {handling !== "WRITE" && (
        <Text size="xs" c="dimmed">
          {t(`targets.handlingHint.${handling}`)}
        </Text>
      )}
      {held > 0 && (
        <>
          <Text size="xs" fw={550}>
            {t("targets.known.held", { count: held })}
          </Text>
          {!disabled && can("letter.view") && (
            <Button
              size="compact-xs"
              variant="light"
              style={{ alignSelf: "flex-start" }}
              aria-label={t("targets.held.decideOn", { name })}
              onClick={() => setDeciding(true)}
            >
              {t("targets.held.decide")}
            </Button>
          )}
        </>
      )}
      {deciding && <HeldLetters campaignId={campaignId} target={target} onClose={() => setDeciding(false)} />}
    </Stack>
  );
};
