import { Alert, Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import type { InboundStatus, SiteSettings } from "@cml/domain/settings";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconPlugConnected } from "@tabler/icons-react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";

type Props = {
  isDirty: boolean;
  /** The way chosen in the form is the one in use. */ isStored: boolean;
  mode: SiteSettings["inboundMode"];
  canTest: boolean;
};

/** The DNS lines to copy, a test of what is stored, and how it has been going. */
export const InboundState = ({ isDirty, isStored, mode, canTest }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const status = api.influence.inbound.status.useQuery(undefined, { refetchInterval: 10_000 });
  const test = api.influence.inbound.test.useMutation();
  return (
    <Stack gap="md">
      {isStored && status.data !== undefined && <DnsLines status={status.data} mode={mode} />}
      {canTest && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlugConnected size={16} />}
            loading={test.isPending}
            disabled={isDirty || mode === "none"}
            onClick={() => test.mutate()}
          >
            {t("inboundSettings.test")}
          </Button>
          {(isDirty || mode === "none") && (
            <Text size="xs" c="dimmed" mt={4}>
              {t("inboundSettings.saveFirst")}
            </Text>
          )}
        </div>
      )}
      {test.isError && (
        <Alert color="brick" role="alert">
          {errorMessage(test.error, locale)}
        </Alert>
      )}
      {test.data !== undefined && !isDirty && (
        <Alert
          color={test.data.outcome === "failed" ? "brick" : "spruce"}
          role="status"
          title={t(`inboundSettings.outcome.${test.data.outcome}`)}
        >
          {test.data.messages !== null && <Text size="sm">{t("inboundSettings.messages", { count: test.data.messages })}</Text>}
          <Text size="xs" ff={test.data.response === "" ? undefined : "monospace"} style={{ overflowWrap: "anywhere" }}>
            {test.data.response === "" ? t("inboundSettings.noWords") : test.data.response}
          </Text>
        </Alert>
      )}
      {isStored && status.data !== undefined && <History status={status.data} />}
    </Stack>
  );
};

const DnsLines = ({ status: { dns, sampleAddress }, mode }: { status: InboundStatus; mode: Props["mode"] }) => {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={550}>
        {t("inboundSettings.dnsTitle")}
      </Text>
      {dns.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("inboundSettings.dnsNone")}
        </Text>
      )}
      {mode === "imap" && sampleAddress !== null && (
        <Text size="sm" c="dimmed">
          {t("inboundSettings.dnsImap")}
        </Text>
      )}
      <Stack gap={6} mt={6}>
        {dns.map(({ type, name, value }) => (
          <Line key={type} line={`${name} ${type} ${type === "TXT" ? `"${value}"` : value}`} />
        ))}
      </Stack>
      {dns.some(({ type }) => type === "TXT") && (
        <Text size="xs" c="dimmed" mt={4}>
          {t("inboundSettings.spfHint")}
        </Text>
      )}
      {sampleAddress !== null && (
        <Text size="sm" mt="sm">
          {t("inboundSettings.sample")} <Code style={{ overflowWrap: "anywhere" }}>{sampleAddress}</Code>
        </Text>
      )}
    </div>
  );
};

const Line = ({ line }: { line: string }) => {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Code block style={{ flex: 1, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {line}
      </Code>
      <CopyButton value={line}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {t(copied ? "inboundSettings.copied" : "inboundSettings.copy")}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
};

const History = ({ status: { lastOkAt, lastMailAt, lastErrorAt, lastError } }: { status: InboundStatus }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const failsNow = lastErrorAt !== null && (lastOkAt === null || lastErrorAt > lastOkAt);
  return (
    <div aria-live="polite">
      <Text size="sm" c="dimmed">
        {lastOkAt === null ? t("inboundSettings.never") : t("inboundSettings.lastOk", { at: formats.dateTime(lastOkAt) })}
      </Text>
      {lastMailAt !== null && (
        <Text size="sm" c="dimmed">
          {t("inboundSettings.lastMail", { at: formats.dateTime(lastMailAt) })}
        </Text>
      )}
      {lastErrorAt !== null && (
        <Text size="sm" c={failsNow ? "brick" : "dimmed"} style={{ overflowWrap: "anywhere" }}>
          {t("inboundSettings.lastError", { at: formats.dateTime(lastErrorAt), words: lastError ?? "" })}
        </Text>
      )}
    </div>
  );
};
