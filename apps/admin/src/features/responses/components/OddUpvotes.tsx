import { Anchor, Box, Button, Group, Pagination, Paper, Stack, Text, Title } from "@mantine/core";
import { type OddResponse, oddResponsesPageSize } from "@cml/domain/influence";
import { EmptyState, PageSkeleton } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconThumbUp } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { TableError } from "../../../shell/TableError";
import { spanOf } from "../model/span-of";
import { CampaignSelect } from "./CampaignSelect";
import classes from "./Responses.module.css";

type Props = { campaignId: string | null; page: number; onChange: (changes: { campaign?: string | null; page?: number }) => void };

/** Responses with many upvotes from one network: why they look odd, the way to take them off, and back. */
export const OddUpvotes = ({ campaignId, page, onChange }: Props) => {
  const { t } = useTranslation();
  const query = api.influence.responses.oddResponses.useQuery(
    { campaignId, page },
    { placeholderData: keepPreviousData, refetchInterval: 30_000 },
  );
  const pages = Math.ceil((query.data?.total ?? 0) / oddResponsesPageSize);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={720}>
        {t("responses.oddUpvotes.lead")}
      </Text>
      <Box maw={420} w="100%">
        <CampaignSelect
          value={campaignId}
          placeholder={t("responses.allCampaigns")}
          clearable
          onChange={(id) => onChange({ campaign: id, page: 1 })}
        />
      </Box>
      <TableError query={query}>
        {query.data === undefined ? (
          <PageSkeleton shape="page" />
        ) : query.data.items.length === 0 ? (
          <EmptyState icon={<IconThumbUp />} title={t("responses.oddUpvotes.none")}>
            {t("responses.oddUpvotes.noneText")}
          </EmptyState>
        ) : (
          query.data.items.map((one) => <OddOne key={one.id} odd={one} />)
        )}
      </TableError>
      {pages > 1 && <Pagination total={pages} value={page} onChange={(next) => onChange({ page: next })} />}
    </Stack>
  );
};

const OddOne = ({ odd }: { odd: OddResponse }) => {
  const { t } = useTranslation();
  const { id, representativeName, representativeTitle, campaignTitle, text, locale, upvotes, networks, takenOff } = odd;
  const { takeOff, putBack, isPending } = useMoves(representativeName);
  return (
    <Paper withBorder radius="md" p="md" component="article" aria-labelledby={`odd-${id}`}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="xs">
        <div style={{ minWidth: 0, flex: "1 1 240px" }}>
          <Title order={2} fz={18} id={`odd-${id}`} style={{ overflowWrap: "anywhere" }}>
            {representativeName}
          </Title>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {[representativeTitle, campaignTitle].filter(Boolean).join(" · ")}
          </Text>
        </div>
        <Anchor component={Link} to="/responses" search={{ view: "desk", item: id, pile: odd.status } as never} size="sm">
          {t("responses.oddUpvotes.open")}
        </Anchor>
      </Group>
      {text.trim() !== "" && (
        <Text size="sm" lineClamp={2} lang={locale} style={{ overflowWrap: "anywhere" }}>
          {text}
        </Text>
      )}
      <Text fw={600} mt="sm" className="cml-tabular">
        {t("responses.oddUpvotes.count", { count: upvotes })}
      </Text>
      <ul className={classes.networks}>
        {networks.map((network) => (
          <NetworkRow key={network.upvoteId} network={network} of={upvotes}>
            <Button
              size="xs"
              variant="light"
              color="brick"
              disabled={isPending}
              onClick={() => takeOff({ responseId: id, upvoteId: network.upvoteId })}
            >
              {t("responses.oddUpvotes.takeOff", { count: network.upvotes })}
            </Button>
          </NetworkRow>
        ))}
        {takenOff.map((gone) => (
          <TakenOffRow key={gone.changeId} gone={gone}>
            <Button size="xs" variant="default" disabled={isPending} onClick={() => putBack({ responseId: id, changeId: gone.changeId })}>
              {t("responses.oddUpvotes.putBack", { count: gone.upvotes })}
            </Button>
          </TakenOffRow>
        ))}
      </ul>
    </Paper>
  );
};

type RowProps = { children: React.ReactNode };

const NetworkRow = ({
  network: { upvotes, firstAt, lastAt },
  of,
  children,
}: RowProps & { network: OddResponse["networks"][number]; of: number }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { unit, count } = spanOf(firstAt, lastAt);
  const span = t(`responses.oddUpvotes.within.${unit}`, { count });
  return (
    <li>
      <div>
        <Text size="sm">{t("responses.oddUpvotes.network", { part: formats.number(upvotes), whole: formats.number(of), span })}</Text>
        <Text size="xs" c="dimmed">
          {t("responses.oddUpvotes.first", { at: formats.dateTime(firstAt) })}
        </Text>
      </div>
      {children}
    </li>
  );
};

const TakenOffRow = ({ gone: { upvotes, at, byName }, children }: RowProps & { gone: OddResponse["takenOff"][number] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <li>
      <div>
        <Text size="sm">{t("responses.oddUpvotes.takenOff", { count: upvotes })}</Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {[byName, formats.dateTime(at)].filter(Boolean).join(" · ")}
        </Text>
      </div>
      {children}
    </li>
  );
};

const useMoves = (name: string) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const settle = { onError: notifyFailed, onSettled: () => cache.influence.responses.invalidate() };
  const takeOff = api.influence.responses.takeOffUpvotes.useMutation({
    ...settle,
    onSuccess: ({ moved }) => notifyDone(t("responses.oddUpvotes.off", { count: moved, name })),
  });
  const putBack = api.influence.responses.putBackUpvotes.useMutation({
    ...settle,
    onSuccess: ({ moved }) => notifyDone(t("responses.oddUpvotes.back", { count: moved, name })),
  });
  return { takeOff: takeOff.mutate, putBack: putBack.mutate, isPending: takeOff.isPending || putBack.isPending };
};
