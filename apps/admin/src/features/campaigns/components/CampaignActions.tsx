import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { CampaignDetail } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconArchive, IconCopy, IconDots, IconSend } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { notifyDone, notifyFailed } from "../../../shell/notify";

/** Publishing as the primary button, pausing stands in the strip of its letters; what ends the campaign stands apart. */
export const CampaignActions = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const navigate = useNavigate();
  const { can } = useSession();
  const [asking, ask] = useDisclosure();
  const [archiving, archiveDialog] = useDisclosure();
  const done = (key: string) => async () => {
    ask.close();
    archiveDialog.close();
    notifyDone(t(key));
    await cache.influence.invalidate();
  };
  const publish = api.influence.campaigns.publish.useMutation({ onSuccess: done("campaigns.published"), onError: notifyFailed });
  const archive = api.influence.campaigns.archive.useMutation({ onSuccess: done("campaigns.archived"), onError: notifyFailed });
  const duplicate = api.influence.campaigns.duplicate.useMutation({
    onSuccess: async (copy) => {
      notifyDone(t("campaigns.duplicated"));
      await cache.influence.campaigns.invalidate();
      await navigate({ to: `/campaigns/${copy.id}` });
    },
    onError: notifyFailed,
  });
  const { id, status } = campaign;
  const mayPublish = can("campaign.publish");
  const isMissing = campaign.missingTranslations.length > 0;
  const go = () => (isMissing ? ask.open() : publish.mutate({ id }));
  return (
    <>
      {mayPublish && status === "DRAFT" && (
        <Button onClick={go} loading={publish.isPending} leftSection={<IconSend size={16} />}>
          {t("campaigns.publish")}
        </Button>
      )}
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t("actions.more")}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {can("campaign.edit") && (
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => duplicate.mutate({ id })}>
              {t("campaigns.duplicate")}
            </Menu.Item>
          )}
          {mayPublish && status !== "ARCHIVED" && (
            <Menu.Item color="brick" leftSection={<IconArchive size={16} />} onClick={archiveDialog.open}>
              {t("campaigns.archive")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={archiving}
        onClose={archiveDialog.close}
        title={t("campaigns.archiveTitle")}
        text={t("campaigns.archiveText")}
        action={t("campaigns.archive")}
        isPending={archive.isPending}
        onConfirm={() => archive.mutate({ id })}
      />
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
