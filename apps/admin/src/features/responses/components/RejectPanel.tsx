import { Button, Group, Paper, SimpleGrid, Stack, Text, Textarea, Title } from "@mantine/core";
import type { Locale } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import { useEffect, useRef, useState } from "react";
import { rejectReasons } from "../model/reject-reasons";
import classes from "./Responses.module.css";

type Props = {
  locale: Locale;
  /** Who is told: whoever sent it in, or an office. */
  isOffice: boolean;
  onReject: (reason: string) => void;
  onClose: () => void;
};

/** Why: one of the usual reasons by its number, or a person's own words, in the language of who reads them. */
export const RejectPanel = ({ locale, isOffice, onReject, onClose }: Props) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const first = useRef<HTMLButtonElement>(null);
  const presets = rejectReasons(locale, isOffice);
  useEffect(() => {
    first.current?.focus({ preventScroll: true });
  }, []);
  const canSend = reason.trim().length >= 3;
  const keys = (event: React.KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLTextAreaElement;
    const preset = isTyping || event.ctrlKey || event.metaKey || event.altKey ? undefined : presets[Number(event.key) - 1];
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      if (canSend) onReject(reason.trim());
    } else if (preset !== undefined) setReason(preset);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Paper
      className={classes.reject}
      withBorder
      radius="md"
      p="md"
      mt="md"
      component="section"
      aria-labelledby="reject"
      onKeyDown={keys}
      data-own-keys
    >
      <Title order={3} fz="md" id="reject">
        {t("responses.reject.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {isOffice ? t("responses.reject.officeHint") : t("responses.reject.hint", { language: t(`responses.reject.languages.${locale}`) })}
      </Text>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} verticalSpacing={6} lang={locale}>
          {presets.map((preset, at) => (
            <Button
              key={preset}
              ref={at === 0 ? first : undefined}
              variant={reason === preset ? "light" : "default"}
              aria-pressed={reason === preset}
              justify="flex-start"
              h="auto"
              py={8}
              styles={{ label: { whiteSpace: "normal", textAlign: "start", fontWeight: 400, lineHeight: 1.35, overflow: "visible" } }}
              leftSection={<kbd className={classes.key}>{at + 1}</kbd>}
              onClick={() => setReason(preset)}
            >
              {preset}
            </Button>
          ))}
        </SimpleGrid>
        <Textarea
          label={t("responses.reject.reason")}
          lang={locale}
          maxLength={1000}
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button color="brick" disabled={!canSend} onClick={() => onReject(reason.trim())}>
            {t("responses.reject.send")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t("responses.reject.keys", { count: presets.length })}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
};
