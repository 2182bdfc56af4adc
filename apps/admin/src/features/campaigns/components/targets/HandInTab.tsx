import { Anchor, Button, Checkbox, Group, List, Stack, Text } from "@mantine/core";
import { type CampaignDetail, type HandInStatus, handInStatuses } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconDownload, IconFileStack } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { useSiteFormats } from "../../../../session/useSite";
import { ConfirmModal } from "../../../../shell/ConfirmModal";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { QueryState } from "../../../../shell/QueryState";
import { Section } from "./Section";

const addressOf = (campaignId: string, at: Date): string => `/campaigns/${campaignId}/hand-in/${at.getTime()}.pdf`;

/** All letters as one PDF for handing in. */
export const HandInTab = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const query = api.influence.targets.handIn.get.useQuery({ campaignId: campaign.id });
  return (
    <Section title={t("targets.handIn.title")} lead={t("targets.handIn.lead")}>
      <QueryState query={query} shape="form">
        {({ open, bundles }) => (
          <Stack gap="lg">
            <Choose campaignId={campaign.id} open={open} />
            <div>
              <Text size="sm" fw={600} mb={6}>
                {t("targets.handIn.bundles")}
              </Text>
              {bundles.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {t("targets.handIn.none")}
                </Text>
              ) : (
                <List size="sm" listStyleType="none" spacing="xs">
                  {bundles.map(({ at, letters }) => (
                    <List.Item key={at.getTime()} icon={<IconDownload size={16} />}>
                      {t("targets.handIn.bundle", { count: letters, date: formats.dateTime(at) })}{" "}
                      <Anchor href={addressOf(campaign.id, at)} download inherit td="underline">
                        {t("targets.handIn.download")}
                      </Anchor>
                    </List.Item>
                  ))}
                </List>
              )}
            </div>
          </Stack>
        )}
      </QueryState>
    </Section>
  );
};

const Choose = ({ campaignId, open }: { campaignId: string; open: Record<HandInStatus, number> }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { can } = useSession();
  const cache = api.useUtils();
  const [chosen, setChosen] = useState<string[]>(["QUEUED"]);
  const [asking, setAsking] = useState(false);
  const statuses = handInStatuses.filter((status) => chosen.includes(status));
  const count = statuses.reduce((sum, status) => sum + open[status], 0);
  const take = api.influence.targets.handIn.take.useMutation({
    onSuccess: async ({ at, letters }) => {
      setAsking(false);
      notifyDone(t("targets.handIn.done", { count: letters }));
      window.location.assign(addressOf(campaignId, at));
      await Promise.all([cache.influence.targets.invalidate(), cache.influence.letters.invalidate()]);
    },
    onError: notifyFailed,
  });
  if (!can("campaign.edit")) return null;
  return (
    <Stack gap="md" align="flex-start">
      <Checkbox.Group label={t("targets.handIn.which")} value={chosen} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          {handInStatuses.map((status) => (
            <Checkbox
              key={status}
              value={status}
              disabled={open[status] === 0}
              label={`${t(`targets.handIn.statuses.${status}`)} (${formats.number(open[status])})`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group>
        <Button leftSection={<IconFileStack size={16} />} disabled={count === 0} onClick={() => setAsking(true)}>
          {count === 0 ? t("targets.handIn.nothing") : t("targets.handIn.make", { count })}
        </Button>
      </Group>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("targets.handIn.confirmTitle")}
        text={t("targets.handIn.confirmText", { count })}
        action={t("targets.handIn.make", { count })}
        isPending={take.isPending}
        onConfirm={() => take.mutate({ campaignId, statuses })}
      />
    </Stack>
  );
};
