import { ActionIcon, Alert, Box, Button, Grid, Text } from "@mantine/core";
import { useDisclosure, useHotkeys, useMediaQuery } from "@mantine/hooks";
import type { CampaignDetail } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import { PageHeader, SaveState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp, IconArrowForwardUp, IconEye } from "@tabler/icons-react";
import { useState } from "react";
import { BackLink } from "../../../shell/BackLink";
import { useSite } from "../../../session/useSite";
import { useCampaignEditor } from "../hooks/useCampaignEditor";
import { hasText } from "../model/campaign-form";
import type { CampaignPreset } from "../model/campaign-presets";
import { CampaignForm } from "./CampaignForm";
import { LivePreview } from "./LivePreview";
import { PresetCards } from "./PresetCards";

type Props = { campaign: CampaignDetail | null; title: string; onCreated?: (id: string) => void };

/** Form left, the public page as it will be right; its saved state and the way back always in view. */
export const CampaignEditor = ({ campaign, title, onCreated }: Props) => {
  const { t } = useTranslation();
  const { timeZone } = useSite();
  const editor = useCampaignEditor({ campaign, onCreated });
  const { form, history } = editor;
  const [language, setLanguage] = useState<Locale>(editor.defaultLocale);
  const [preset, setPreset] = useState<CampaignPreset | null>(null);
  const [asked, preview] = useDisclosure();
  // Drawn once: beside the form where there is room, on demand above it where there is none.
  const hasRoom = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  useHotkeys([["mod+S", editor.save]], []);
  const backTo = campaign === null ? "/campaigns" : `/campaigns/${campaign.id}`;
  const shown = <LivePreview campaignId={campaign?.id ?? null} values={form.values} language={language} onLanguage={setLanguage} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        editor.save();
      }}
      noValidate
    >
      <PageHeader
        title={title}
        back={<BackLink to={backTo}>{campaign === null ? t("campaigns.title") : campaign.title}</BackLink>}
        actions={
          <>
            <SaveState state={editor.state} timeZone={timeZone} />
            <ActionIcon aria-label={t("campaignWork.undo")} disabled={!history.canUndo} onClick={history.undo}>
              <IconArrowBackUp size={18} />
            </ActionIcon>
            <ActionIcon aria-label={t("campaignWork.redo")} disabled={!history.canRedo} onClick={history.redo}>
              <IconArrowForwardUp size={18} />
            </ActionIcon>
            <Button hiddenFrom="md" variant="default" leftSection={<IconEye size={16} />} onClick={preview.toggle} aria-expanded={asked}>
              {t(asked ? "campaignWork.preview.hide" : "campaignWork.preview.show")}
            </Button>
            <Button type="submit" loading={editor.isSaving && !editor.savesItself}>
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
      {editor.savesItself && (
        <Text size="sm" c="dimmed" mb="md">
          {t("campaignWork.autosaved")}
        </Text>
      )}
      {campaign === null && (
        <Box mb="xl">
          <PresetCards
            chosen={preset}
            hasText={preset === null && hasText(form.values.texts[editor.defaultLocale])}
            onChoose={(chosen, values) => {
              setPreset(chosen);
              form.setValues(values);
            }}
          />
        </Box>
      )}
      {asked && !hasRoom && <Box mb="lg">{shown}</Box>}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <CampaignForm editor={editor} campaign={campaign} language={language} onLanguage={setLanguage} />
        </Grid.Col>
        {hasRoom && <Grid.Col span={6}>{shown}</Grid.Col>}
      </Grid>
    </form>
  );
};
