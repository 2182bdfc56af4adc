import { Badge, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { LevelAnswer, LookUp } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import { PersonCard } from "./PersonCard";

const toneOf: Record<LevelAnswer["state"], StatusTone> = {
  SURE: "good",
  CHOOSE: "attention",
  VACANT: "attention",
  NO_SITTING: "attention",
  NOBODY: "calm",
};

export const LookUpAnswer = ({ found }: { found: LookUp }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const place = [found.city, found.province].filter((word) => word !== "").join(", ");
  return (
    <Stack gap="lg">
      <div>
        <Group gap="sm">
          <Title order={2} fz={22}>
            {formatPostalCode(found.postalCode)}
          </Title>
          {place !== "" && <Text>{place}</Text>}
          {found.stale && <Badge color="amber">{t("representatives.old")}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {found.known
            ? t("representatives.askedAt", { when: formats.dateTime(found.fetchedAt) })
            : t("representatives.unknownCode", { when: formats.dateTime(found.fetchedAt) })}
        </Text>
      </div>
      {found.levels.map((level) => (
        <Level key={level.level} answer={level} found={found} />
      ))}
    </Stack>
  );
};

const Level = ({ answer, found }: { answer: LevelAnswer; found: LookUp }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const people = found.representatives.filter(({ level }) => level === answer.level);
  return (
    <section aria-label={t(`campaigns.levels.${answer.level}`)}>
      <Group gap="sm" mb="xs">
        <Title order={3} fz={16}>
          {t(`campaigns.levels.${answer.level}`)}
        </Title>
        <StatusBadge tone={toneOf[answer.state]}>{t(`representatives.states.${answer.state}`)}</StatusBadge>
        <Text size="sm" c="dimmed">
          {answer.districts.map(({ name }) => name).join(" · ")}
        </Text>
      </Group>
      {answer.state !== "SURE" && (
        <Text size="sm" mb="xs">
          {answer.until === null
            ? t(`representatives.stateHints.${answer.state}`)
            : t("representatives.noSittingUntil", { when: formats.dateTime(answer.until) })}
          {answer.note !== null && ` ${answer.note}`}
        </Text>
      )}
      {people.length > 0 && (
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
          {people.map((person) => (
            <PersonCard key={person.id} person={person} />
          ))}
        </SimpleGrid>
      )}
    </section>
  );
};
