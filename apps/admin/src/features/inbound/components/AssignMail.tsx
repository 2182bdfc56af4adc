import { Button, Group, Paper, Radio, Select, Stack, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { InboundMessageView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";

type Meaning = "REPLY" | "AUTO_REPLY" | "BOUNCE" | "DELAY";
const meanings = ["REPLY", "AUTO_REPLY", "BOUNCE", "DELAY"] as const satisfies readonly Meaning[];
const wordsOf = { REPLY: "reply", AUTO_REPLY: "automatic", BOUNCE: "bounce", DELAY: "delay" } as const;

/** A person says which letter a mail is about and what it means; what follows from that follows at once. */
export const AssignMail = ({ mail }: { mail: InboundMessageView }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [letterId, setLetterId] = useState(mail.letter?.id ?? null);
  const [meaning, setMeaning] = useState<Meaning>(mail.statusCode === null ? "REPLY" : "BOUNCE");
  const assign = api.influence.inbound.assign.useMutation({
    onSuccess: async (answer) => {
      notifyDone(t(answer.kind === "UNSORTED" ? "inbound.assign.asideDone" : "inbound.assign.done"));
      await Promise.all([cache.influence.inbound.invalidate(), cache.influence.letters.invalidate()]);
    },
    onError: notifyFailed,
  });
  const isUnsorted = mail.kind === "UNSORTED";
  return (
    <Paper withBorder p="md" radius="md">
      <Title order={3} fz="md" mb="sm">
        {t(isUnsorted ? "inbound.assign.title" : "inbound.assign.correct")}
      </Title>
      <Stack gap="md">
        <LetterSelect mail={mail} value={letterId} onChange={setLetterId} />
        <Radio.Group label={t("inbound.assign.as")} value={meaning} onChange={(value) => setMeaning(value)}>
          <Stack gap={8} mt={8}>
            {meanings
              .filter((value) => value !== mail.kind)
              .map((value) => (
                <Radio key={value} value={value} label={t(`inbound.assign.${wordsOf[value]}`)} />
              ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="sm">
          {isUnsorted && !mail.isHandled && (
            <Button
              variant="default"
              loading={assign.isPending}
              onClick={() => assign.mutate({ id: mail.id, letterId: mail.letterId, kind: "UNSORTED" })}
            >
              {t("inbound.assign.aside")}
            </Button>
          )}
          <Button
            loading={assign.isPending}
            disabled={letterId === null}
            onClick={() => assign.mutate({ id: mail.id, letterId, kind: meaning })}
          >
            {t("inbound.assign.save")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};

type Props = { mail: InboundMessageView; value: string | null; onChange: (id: string | null) => void };

const LetterSelect = ({ mail, value, onChange }: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const found = api.influence.inbound.letters.useQuery({ search }, { enabled: search.length >= 2 });
  const known =
    mail.letter === null
      ? []
      : [{ id: mail.letter.id, recipientName: mail.letter.recipientName, userName: mail.letter.userName, subject: mail.letter.subject }];
  const letters = found.data ?? known;
  return (
    <Select
      label={t("inbound.assign.letter")}
      description={t("inbound.assign.letterHint")}
      searchable
      clearable
      data={letters.map(({ id, recipientName, userName, subject }) => ({
        value: id,
        label: [recipientName, userName, subject].filter(Boolean).join(" · "),
      }))}
      // The server has searched, by more than the label shows.
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      nothingFoundMessage={t(search.length < 2 ? "inbound.assign.typeMore" : "inbound.assign.nothingFound")}
    />
  );
};
