import { Button, Group, Menu, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { CampaignDetail } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconArchive, IconDots, IconPlayerPause, IconPlayerPlay, IconSend } from "@tabler/icons-react";
import { ActionIcon } from "@mantine/core";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";

/** The one next step of a campaign as the primary button; what ends it stands apart. */
export const CampaignActions = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [asking, ask] = useDisclosure();
  const done = (key: string) => async () => {
    ask.close();
    notifyDone(t(key));
    await cache.influence.invalidate();
  };
  const publish = api.influence.campaigns.publish.useMutation({ onSuccess: done("campaigns.published"), onError: notifyFailed });
  const pause = api.influence.campaigns.pause.useMutation({ onSuccess: done("campaigns.paused"), onError: notifyFailed });
  const archive = api.influence.campaigns.archive.useMutation({ onSuccess: done("campaigns.archived"), onError: notifyFailed });
  const { id, status } = campaign;
  if (status === "ARCHIVED") return null;
  const isMissing = campaign.missingTranslations.length > 0;
  const go = () => (isMissing ? ask.open() : publish.mutate({ id }));
  return (
    <>
      {status === "DRAFT" && (
        <Button onClick={go} loading={publish.isPending} leftSection={<IconSend size={16} />}>
          {t("campaigns.publish")}
        </Button>
      )}
      {status === "PAUSED" && (
        <Button onClick={go} loading={publish.isPending} leftSection={<IconPlayerPlay size={16} />}>
          {t("campaigns.resume")}
        </Button>
      )}
      {status === "ACTIVE" && (
        <Button
          color="amber"
          variant="light"
          onClick={() => pause.mutate({ id })}
          loading={pause.isPending}
          leftSection={<IconPlayerPause size={16} />}
        >
          {t("campaigns.pause")}
        </Button>
      )}
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t("actions.more")}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="brick" leftSection={<IconArchive size={16} />} onClick={() => archive.mutate({ id })}>
            {t("campaigns.archive")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking} onClose={ask.close} title={t("campaigns.publishTitle")}>
        <Stack>
          <Text size="sm">
            {t("campaigns.publishMissing", {
              fields: campaign.missingTranslations.map((field) => t(`campaigns.textNames.${field}`)).join(", "),
            })}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close}>
              {t("actions.cancel")}
            </Button>
            <Button loading={publish.isPending} onClick={() => publish.mutate({ id, acceptMissingTranslations: true })}>
              {t("campaigns.publishAnyway")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
