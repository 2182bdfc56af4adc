import { Button, Code, CopyButton, Group, Stack, TagsInput, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { CampaignDetail } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import type { CampaignEditing } from "../hooks/useCampaignEditor";
import { embedSnippet } from "../model/embed-snippet";

type Props = { editor: CampaignEditing; campaign: CampaignDetail };

/** Where the page stands, who may see it before it is public, and which sites may show it. */
export const SharingFields = ({ editor, campaign }: Props) => {
  const { t } = useTranslation();
  const snippet = embedSnippet(window.location.origin, campaign);
  return (
    <Stack gap="lg">
      <SlugField campaign={campaign} />
      <PreviewLinkField campaign={campaign} />
      <Stack gap="xs">
        <TagsInput
          label={t("campaignWork.fields.embedOrigins")}
          description={t("campaignWork.fields.embedOriginsHint")}
          maxTags={20}
          splitChars={[",", " "]}
          {...editor.form.getInputProps("embedOrigins")}
          onChange={(origins) => editor.form.setFieldValue("embedOrigins", origins.map(originOf))}
        />
        <Text size="sm" fw={550}>
          {t("campaignWork.fields.embedSnippet")}
        </Text>
        {/* It scrolls where it does not fit, by keyboard as well. */}
        <Code block tabIndex={0} aria-label={t("campaignWork.fields.embedSnippet")}>
          {snippet}
        </Code>
        <Copy value={snippet} />
      </Stack>
    </Stack>
  );
};

// What is pasted is often a whole address; a frame is allowed by its origin.
const originOf = (text: string): string => (URL.canParse(text) ? new URL(text).origin : text.trim());

const SlugField = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const form = useForm({ initialValues: { slug: campaign.slug } });
  const change = api.influence.campaigns.changeSlug.useMutation({
    onSuccess: async () => {
      notifyDone(t("campaignWork.saved.slug"));
      await cache.influence.campaigns.invalidate();
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  return (
    <div>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          label={t("campaignWork.fields.slug")}
          description={t("campaignWork.fields.slugHint")}
          leftSection={
            <Text size="sm" c="dimmed">
              /c/
            </Text>
          }
          style={{ flex: 1 }}
          {...form.getInputProps("slug")}
        />
        <Button
          variant="default"
          disabled={form.values.slug === campaign.slug}
          loading={change.isPending}
          onClick={() => change.mutate({ id: campaign.id, slug: form.values.slug })}
        >
          {t("campaignWork.fields.slugChange")}
        </Button>
      </Group>
      {campaign.formerSlugs.length > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          {t("campaignWork.fields.formerSlugs", { slugs: campaign.formerSlugs.map((slug) => `/c/${slug}`).join(", ") })}
        </Text>
      )}
    </div>
  );
};

const PreviewLinkField = ({ campaign: { id } }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const link = api.influence.campaigns.previewLink.useQuery({ id });
  const set = api.influence.campaigns.setPreviewLink.useMutation({
    onSuccess: (made) => {
      cache.influence.campaigns.previewLink.setData({ id }, made);
      notifyDone(t(made.url === null ? "campaignWork.saved.noLink" : "campaignWork.saved.link"));
    },
    onError: notifyFailed,
  });
  const url = link.data?.url ?? null;
  return (
    <div>
      <TextInput
        label={t("campaignWork.fields.previewLink")}
        description={t("campaignWork.fields.previewLinkHint")}
        value={url ?? ""}
        placeholder="—"
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="sm" mt="xs">
        {url !== null && <Copy value={url} />}
        <Button variant="default" size="xs" loading={set.isPending} onClick={() => set.mutate({ id, shared: true })}>
          {t(url === null ? "campaignWork.fields.previewLinkMake" : "campaignWork.fields.previewLinkRenew")}
        </Button>
        {url !== null && (
          <Button variant="subtle" color="gray" size="xs" onClick={() => set.mutate({ id, shared: false })}>
            {t("campaignWork.fields.previewLinkRemove")}
          </Button>
        )}
      </Group>
    </div>
  );
};

const Copy = ({ value }: { value: string }) => {
  const { t } = useTranslation();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="xs"
          onClick={copy}
          leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          style={{ alignSelf: "flex-start" }}
        >
          {t(copied ? "campaignWork.fields.copied" : "campaignWork.fields.copy")}
        </Button>
      )}
    </CopyButton>
  );
};
