import { Drawer, Stack, Text, Timeline } from "@mantine/core";
import type { LetterDetail } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import classes from "./CampaignPreview.module.css";

/** One letter: to whom, its words, and its way so far. */
export const LetterDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const query = api.influence.letters.get.useQuery({ id }, { enabled: id !== "" });
  return (
    <Drawer opened={id !== ""} onClose={onClose} title={t("letters.one")}>
      {id !== "" && <QueryState query={query}>{(letter) => <LetterBody letter={letter} />}</QueryState>}
    </Drawer>
  );
};

const LetterBody = ({ letter }: { letter: LetterDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const steps = letter.timeline;
  return (
    <Stack gap="lg">
      <div>
        <Text size="sm" c="dimmed">
          {t("letters.to")}
        </Text>
        <Text fw={600}>{letter.recipientName}</Text>
        <Text size="sm" c="dimmed">
          {[letter.recipientTitle, letter.recipientEmail].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <article className={classes.letter} lang={letter.locale}>
        <Text size="sm" fw={600} mb="sm">
          {letter.subject}
        </Text>
        <Text size="sm" className={classes.prose}>
          {letter.message}
        </Text>
      </article>
      <Timeline active={steps.length - 1} bulletSize={14} lineWidth={2}>
        {steps.map(({ step, at, words, reason }, place) => (
          <Timeline.Item key={`${step}${place}`} title={<Text size="sm">{t(`influence:letterSteps.${step}`)}</Text>}>
            <Text size="xs" c="dimmed">
              {[at === null ? null : formats.dateTime(at), reason === null ? null : t(`influence:letterReasons.${reason}`), words]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
};
