import { Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import type { CampaignDetail, LetterVersion } from "@cml/domain/influence";
import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconFileText, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { notifyFailed } from "../../../../shell/notify";
import { QueryState } from "../../../../shell/QueryState";
import { OrderButtons } from "./OrderButtons";
import { Section } from "./Section";
import { VersionDrawer } from "./VersionDrawer";

/** Other texts for some of the people written to, in the order in which they are tried. */
export const VersionsTab = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [open, setOpen] = useState<LetterVersion | "new" | null>(null);
  const query = api.influence.targets.versions.list.useQuery({ campaignId: campaign.id });
  const mayEdit = can("campaign.edit") && campaign.status !== "ARCHIVED";
  const add = mayEdit && (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setOpen("new")}>
      {t("targets.versions.add")}
    </Button>
  );
  return (
    <Section title={t("targets.versions.title")} lead={t("targets.versions.lead")} actions={add}>
      <QueryState query={query} shape="cards" rows={2}>
        {(versions) =>
          versions.length === 0 ? (
            <EmptyState icon={<IconFileText />} title={t("targets.versions.empty")}>
              {t("targets.versions.emptyText")}
            </EmptyState>
          ) : (
            <VersionList versions={versions} mayEdit={mayEdit} onEdit={setOpen} />
          )
        }
      </QueryState>
      {open !== null && <VersionDrawer campaign={campaign} version={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
};

type ListProps = { versions: LetterVersion[]; mayEdit: boolean; onEdit: (version: LetterVersion) => void };

const VersionList = ({ versions, mayEdit, onEdit }: ListProps) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const order = api.influence.targets.versions.order.useMutation({
    onSuccess: () => cache.influence.targets.versions.invalidate(),
    onError: notifyFailed,
  });
  return (
    <Stack gap="sm">
      {versions.map((version, index) => (
        <Paper key={version.id} withBorder p="md" radius="md">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <Text size="sm" fw={600}>
                  {version.name}
                </Text>
                {version.handling === "THANK" && <Badge color="spruce">{t("targets.versions.thanks")}</Badge>}
              </Group>
              <Text size="sm" c="dimmed">
                {t("targets.versions.fits")}: <Fitting version={version} />
              </Text>
              <Text size="sm" mt={6} lineClamp={2}>
                {version.subject}
              </Text>
            </div>
            {mayEdit && (
              <OrderButtons
                items={versions}
                index={index}
                name={version.name}
                moves={{ up: t("targets.versions.up", { name: version.name }), down: t("targets.versions.down", { name: version.name }) }}
                onOrder={(ids) => order.mutate({ campaignId: version.campaignId, ids })}
                onEdit={() => onEdit(version)}
              />
            )}
          </Group>
        </Paper>
      ))}
    </Stack>
  );
};

/** Whom a version is for, in words. */
const Fitting = ({ version: { positions, parties, levels, locale } }: { version: LetterVersion }) => {
  const { t } = useTranslation();
  const words = [
    ...positions.map((position) => t(`targets.position.${position}`)),
    ...parties,
    ...levels.map((level) => t(`campaigns.levels.${level}`)),
    ...(locale === null ? [] : [t(`languages.${locale}`)]),
  ];
  return words.length === 0 ? t("targets.versions.everybody") : words.join(", ");
};
