import { Box, Button, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useDebouncedValue, useElementSize } from "@mantine/hooks";
import { type Locale, locales } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useSite } from "../../../session/useSite";
import { previewFrames, useDrawing } from "../hooks/useDrawing";
import { type CampaignFormValues, inputOf } from "../model/campaign-form";
import type { PreviewScheme } from "../model/preview-scheme";
import classes from "./LivePreview.module.css";

type Props = { campaignId: string | null; values: CampaignFormValues; language: Locale; onLanguage: (locale: Locale) => void };
const widths = { phone: 390, desktop: 1280 } as const;
type Width = keyof typeof widths;

/** The real public page with what is not saved yet, beside the form: on either width, in either language and scheme. */
export const LivePreview = ({ campaignId, values, language, onLanguage }: Props) => {
  const { t } = useTranslation();
  const site = useSite();
  const [width, setWidth] = useState<Width>("phone");
  const [scheme, setScheme] = useState<PreviewScheme>("light");
  const [draft] = useDebouncedValue(JSON.stringify(inputOf(values, site)), 600);
  const { ref: pane, width: room } = useElementSize();
  const scale = room === 0 ? 1 : Math.min(1, room / widths[width]);
  const drawing = useDrawing({ draft, language, scheme });
  return (
    <Box component="section" aria-label={t("campaignWork.preview.title")} className={classes.side}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Switcher
          label={t("campaignWork.preview.width")}
          value={width}
          onChange={setWidth}
          options={{ phone: t("campaignWork.preview.phone"), desktop: t("campaignWork.preview.desktop") }}
        />
        <Switcher
          label={t("campaignWork.preview.language")}
          value={language}
          onChange={onLanguage}
          options={Object.fromEntries(locales.map((locale) => [locale, locale.toUpperCase()])) as Record<Locale, string>}
        />
        <Switcher
          label={t("campaignWork.preview.scheme")}
          value={scheme}
          onChange={setScheme}
          options={{ light: t("campaignWork.preview.light"), dark: t("campaignWork.preview.dark") }}
        />
      </Group>
      <div ref={pane} className={classes.pane}>
        {drawing.failed && (
          <Stack p="lg" align="flex-start" role="alert">
            <Text size="sm">{t("campaignWork.preview.failed")}</Text>
            <Button variant="default" size="xs" onClick={drawing.again}>
              {t("campaignWork.preview.again")}
            </Button>
          </Stack>
        )}
        {drawing.shown === null && !drawing.failed && <Skeleton height="100%" radius={0} />}
        {previewFrames.map((name) => (
          <iframe
            key={name}
            name={`preview-${name}`}
            ref={drawing.frame(name)}
            title={t("campaignWork.preview.title")}
            hidden={drawing.shown !== name}
            className={classes.page}
            style={{ width: widths[width], height: `calc((100dvh - 190px) / ${scale})`, transform: `scale(${scale})` }}
          />
        ))}
      </div>
      {/* Outside the editor's own form. */}
      {createPortal(
        <form ref={drawing.form} method="post" action="/campaign-preview" hidden>
          <input type="hidden" name="id" value={campaignId ?? ""} />
          <input type="hidden" name="locale" value={language} />
          <input type="hidden" name="draft" value={draft} />
        </form>,
        document.body,
      )}
    </Box>
  );
};

type SwitcherProps<T extends string> = { label: string; value: T; onChange: (value: T) => void; options: Record<T, string> };

const Switcher = <T extends string>({ label, value, onChange, options }: SwitcherProps<T>) => (
  <SegmentedControl
    size="xs"
    aria-label={label}
    value={value}
    onChange={(chosen) => onChange(chosen as T)}
    data={Object.entries<string>(options).map(([option, text]) => ({ value: option, label: text }))}
  />
);
