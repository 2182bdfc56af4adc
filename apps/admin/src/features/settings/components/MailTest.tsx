import { Alert, Button, Group, Text, TextInput } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import type { TestMailResult } from "@cml/domain/settings";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";

const colourOf: Record<TestMailResult["outcome"], string> = {
  accepted: "spruce",
  keptInMailbox: "amber",
  refused: "brick",
  uncertain: "amber",
  unreachable: "brick",
};

/** A real mail over the real way, and what the mail server answered to it. */
export const MailTest = ({ isDirty }: { isDirty: boolean }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const { me } = useSession();
  const [to, setTo] = useState(me.email ?? "");
  const test = api.content.emailTemplates.sendTestMail.useMutation();
  return (
    <div>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t("settings.mail.testTo")}
          type="email"
          style={{ flex: "1 1 240px" }}
          maw={360}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconSend size={16} />}
          loading={test.isPending}
          disabled={to === "" || isDirty}
          onClick={() => test.mutate({ to })}
        >
          {t("settings.mail.sendTest")}
        </Button>
      </Group>
      {isDirty && (
        <Text size="xs" c="dimmed" mt={4}>
          {t("settings.mail.saveFirst")}
        </Text>
      )}
      {test.isError && (
        <Alert color="brick" mt="sm" role="alert">
          {errorMessage(test.error, locale)}
        </Alert>
      )}
      {test.data !== undefined && (
        <Alert color={colourOf[test.data.outcome]} mt="sm" role="status" title={t(`settings.mail.outcome.${test.data.outcome}`)}>
          <Text size="sm">
            {t("settings.mail.testedWith", { to: test.data.sentTo, host: test.data.host, port: String(test.data.port) })}
          </Text>
          {test.data.response !== "" && (
            <Text size="xs" ff="monospace" mt={4} style={{ overflowWrap: "anywhere" }}>
              {test.data.response}
            </Text>
          )}
        </Alert>
      )}
    </div>
  );
};
