import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { parsePostalCode } from "@cml/domain/kernel";
import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMapSearch, IconRefresh } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type SyntheticEvent, useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { LookUpAnswer } from "./LookUpAnswer";

/** Looks a postal code up as a supporter would; the code stands in the address, so that an answer can be shown to somebody. */
export const HandLookUp = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code = "" }: { code?: string } = useSearch({ strict: false });
  const [text, setText] = useState(code);
  const [isWrong, setWrong] = useState(false);
  const look = (event: SyntheticEvent) => {
    event.preventDefault();
    const parsed = parsePostalCode(text);
    setWrong(parsed === null);
    if (parsed !== null) void navigate({ to: ".", replace: true, search: { code: parsed } });
  };
  return (
    <Stack gap="lg">
      <form onSubmit={look}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t("representatives.postalCode")}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            error={isWrong && t("representatives.notACode")}
            placeholder="A1A 1A1"
            autoComplete="off"
            maw={200}
            required
          />
          <Button type="submit" leftSection={<IconMapSearch size={17} />}>
            {t("representatives.lookUp")}
          </Button>
        </Group>
      </form>
      {parsePostalCode(code) === null ? (
        <EmptyState icon={<IconMapSearch />} title={t("representatives.lookUpEmpty")}>
          {t("representatives.lookUpHint")}
        </EmptyState>
      ) : (
        <Answer postalCode={code} />
      )}
    </Stack>
  );
};

const Answer = ({ postalCode }: { postalCode: string }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const cache = api.useUtils();
  const query = api.influence.representatives.lookUp.useQuery({ postalCode }, { retry: false });
  const forget = api.influence.representatives.clearCache.useMutation({
    onSuccess: async () => {
      notifyDone(t("representatives.askedAgain"));
      await cache.influence.representatives.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <QueryState query={query} shape="cards">
      {(found) => (
        <Stack gap="md">
          {found.sourcesDown && (
            <Alert color="brick" role="alert">
              {t("representatives.sourcesDown")}
            </Alert>
          )}
          <LookUpAnswer found={found} />
          {can("representative.edit") && (
            <Group gap="sm">
              <Button
                variant="default"
                size="xs"
                leftSection={<IconRefresh size={15} />}
                loading={forget.isPending}
                onClick={() => forget.mutate({ postalCode })}
              >
                {t("representatives.askAgain")}
              </Button>
              <Text size="xs" c="dimmed">
                {t("representatives.askAgainHint")}
              </Text>
            </Group>
          )}
        </Stack>
      )}
    </QueryState>
  );
};
