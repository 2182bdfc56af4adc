import { Alert, Anchor, Button, Grid, Group } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { CampaignDetail } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import { PageHeader, SaveState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSite } from "../../../session/useSite";
import { useCampaignEditor } from "../hooks/useCampaignEditor";
import { CampaignForm } from "./CampaignForm";
import { CampaignPreview } from "./CampaignPreview";

type Props = { campaign: CampaignDetail | null; title: string; onCreated?: (id: string) => void };

/** Form left, the page as a supporter will see it right; its saved state always in view. */
export const CampaignEditor = ({ campaign, title, onCreated }: Props) => {
  const { t } = useTranslation();
  const { timeZone } = useSite();
  const editor = useCampaignEditor({ campaign, onCreated });
  const [language, setLanguage] = useState<Locale>(editor.defaultLocale);
  useHotkeys([["mod+S", editor.save]], []);
  const backTo = campaign === null ? "/campaigns" : `/campaigns/${campaign.id}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        editor.save();
      }}
    >
      <PageHeader
        title={title}
        back={
          <Anchor component={Link} to={backTo} size="sm" c="dimmed">
            <Group component="span" gap={4}>
              <IconArrowLeft size={15} /> {campaign === null ? t("campaigns.title") : campaign.title}
            </Group>
          </Anchor>
        }
        actions={
          <>
            <SaveState state={editor.state} timeZone={timeZone} />
            <Button type="submit" loading={editor.isSaving}>
              {t(campaign === null ? "campaigns.createDraft" : "actions.save")}
            </Button>
          </>
        }
      />
      {editor.restored && (
        <Alert mb="md" color="spruce">
          {t("campaigns.draftRestored")}
        </Alert>
      )}
      {campaign?.status === "ACTIVE" && (
        <Alert mb="md" color="amber">
          {t("campaigns.editingLive")}
        </Alert>
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <CampaignForm editor={editor} language={language} onLanguage={setLanguage} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <CampaignPreview values={editor.form.values} language={language} defaultLocale={editor.defaultLocale} />
        </Grid.Col>
      </Grid>
    </form>
  );
};
