import { ActionIcon, Alert, Anchor, Button, Drawer, Group, Stack, Text, Timeline, Title } from "@mantine/core";
import type { LetterDetail, LetterTimeline } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import type { LetterActions } from "../hooks/useLetterActions";
import { refetchInterval } from "../hooks/useOverview";
import { LetterFacts } from "./LetterFacts";
import { LetterStatusBadge } from "./LetterStatusBadge";
import classes from "./Queue.module.css";
import { UndoBar } from "./UndoBar";

type Props = {
  id: string;
  /** The letters of the list, in its order. */
  order: string[];
  actions: LetterActions;
  onOpen: (id: string) => void;
  onRecipient: (email: string) => void;
  onClose: () => void;
};

/** One letter: to whom, its words, its way so far, and what a person may do now. */
export const LetterDrawer = ({ id, order, actions, onOpen, onRecipient, onClose }: Props) => {
  const { t } = useTranslation();
  const query = api.influence.letters.get.useQuery({ id }, { enabled: id !== "", refetchInterval });
  const place = order.indexOf(id);
  const step = (by: number, label: string, icon: React.ReactNode) => {
    const target = place < 0 ? undefined : order[place + by];
    return (
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={target === undefined} onClick={() => onOpen(target ?? "")}>
        {icon}
      </ActionIcon>
    );
  };
  const title = (
    <Group gap={4}>
      {t("letters.one")}
      {step(-1, t("sending.previous"), <IconChevronUp size={18} />)}
      {step(1, t("sending.next"), <IconChevronDown size={18} />)}
    </Group>
  );
  return (
    <Drawer opened={id !== ""} onClose={onClose} title={title} size="lg">
      {id !== "" && (
        <QueryState query={query}>
          {(letter) => <LetterBody key={letter.id} letter={letter} actions={actions} onRecipient={onRecipient} />}
        </QueryState>
      )}
    </Drawer>
  );
};

type BodyProps = { letter: LetterDetail; actions: LetterActions; onRecipient: (email: string) => void };

const LetterBody = ({ letter, actions, onRecipient }: BodyProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <div>
        <Group justify="space-between" align="flex-start">
          <div>
            <Text size="sm" c="dimmed">
              {t("letters.to")}
            </Text>
            <Text fw={600}>{letter.recipientName}</Text>
          </div>
          <LetterStatusBadge letter={letter} />
        </Group>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {[letter.recipientTitle, letter.recipientEmail].filter(Boolean).join(" · ")}
        </Text>
        <Anchor component="button" type="button" size="sm" onClick={() => onRecipient(letter.recipientEmail)}>
          {t("sending.allToRecipient")}
        </Anchor>
      </div>
      <LetterSteps letter={letter} />
      <UndoBar actions={actions} />
      <Possible letter={letter} actions={actions} />
      <article className={classes.letter} lang={letter.locale}>
        <Text size="sm" fw={600} mb="sm">
          {letter.subject}
        </Text>
        <Text size="sm" className={classes.prose}>
          {letter.message}
        </Text>
      </article>
      <LetterFacts letter={letter} />
    </Stack>
  );
};

/** What a writer reported comes with the day of the reply in place of words. */
const isSaid = (step: LetterTimeline[number]["step"]): boolean => step.startsWith("SAID_");

const LetterSteps = ({ letter: { timeline } }: { letter: LetterDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <section>
      <Title order={3} fz="sm" mb="sm">
        {t("sending.way")}
      </Title>
      <Timeline active={timeline.length - 1} bulletSize={14} lineWidth={2}>
        {timeline.map(({ step, at, words, reason }, place) => (
          <Timeline.Item key={`${step}-${place}`} title={<Text size="sm">{t(`influence:letterSteps.${step}`)}</Text>}>
            {reason !== null && <Text size="sm">{t(`influence:letterReasons.${reason}`)}</Text>}
            <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {[
                at === null ? null : formats.dateTime(at),
                isSaid(step) && words !== null ? t("sending.saidDay", { day: formats.day(words) }) : words,
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
};

const Possible = ({ letter, actions }: { letter: LetterDetail; actions: LetterActions }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  if (!can("letter.edit")) return null;
  const one = { campaignId: null, ids: [letter.id] };
  const { status, emailMethod } = letter;
  const loading = actions.isPending;
  if (emailMethod !== "SMTP") return null;
  if (status === "UNCERTAIN")
    return (
      <Alert color="amber">
        <Text size="sm" mb="sm">
          {t("sending.uncertainHint")}
        </Text>
        <Group>
          <Button size="xs" loading={loading} onClick={() => actions.settle(one, "ARRIVED")}>
            {t("sending.arrived")}
          </Button>
          <Button size="xs" variant="default" loading={loading} onClick={() => actions.settle(one, "AGAIN")}>
            {t("sending.again")}
          </Button>
        </Group>
      </Alert>
    );
  if (status === "FAILED" || status === "CANCELLED")
    return (
      <Button variant="default" style={{ alignSelf: "flex-start" }} loading={loading} onClick={() => actions.retry(one, status)}>
        {t(status === "FAILED" ? "sending.retry" : "sending.restore")}
      </Button>
    );
  if (status !== "QUEUED") return null;
  return (
    <Button variant="light" color="brick" style={{ alignSelf: "flex-start" }} loading={loading} onClick={() => actions.cancel(one)}>
      {t("sending.cancel")}
    </Button>
  );
};
