import { Anchor, Avatar, Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { officeTitle, type Representative } from "@cml/domain/influence";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useSession } from "../../../session/useSession";
import { correctionOf } from "../model/override-form";
import { OverrideModal } from "./OverrideModal";

/** One person, or an empty seat, as the sources and staff know her. */
export const PersonCard = ({ person }: { person: Representative }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const { can } = useSession();
  const [corrects, setCorrects] = useState(false);
  const { name, electedOffice, level, gender, districtName, partyName, email, offices, contactUrl, isVacant } = person;
  const title = officeTitle(electedOffice, level, { gender, locale });
  const phone = offices.find(({ tel }) => tel !== "")?.tel ?? null;
  return (
    <Paper withBorder radius="md" p="md">
      <Group wrap="nowrap" align="flex-start" gap="md">
        <Avatar
          src={person.photoKey === null ? null : `/files/${person.photoKey}`}
          alt=""
          size={56}
          radius="md"
          name={isVacant ? undefined : name}
        />
        <Stack gap={2} style={{ minWidth: 0, overflowWrap: "anywhere" }}>
          <Text fw={600}>{isVacant ? t("representatives.vacant") : name}</Text>
          <Text size="sm">{[title, partyName].filter(Boolean).join(" · ")}</Text>
          <Text size="sm" c="dimmed">
            {districtName}
          </Text>
          {person.districtKey !== null && (
            <Text size="xs" c="dimmed" ff="monospace">
              {person.districtKey}
            </Text>
          )}
          {!isVacant && (
            <Text size="sm" c={email === null ? "var(--mantine-color-amber-text)" : undefined}>
              {email ?? t("representatives.noEmail")}
            </Text>
          )}
          {phone !== null && <Text size="sm">{phone}</Text>}
          {contactUrl !== null && (
            <Anchor size="sm" href={contactUrl} target="_blank" rel="noreferrer">
              {t("representatives.contactForm")}
            </Anchor>
          )}
          <Group gap={6} mt={4}>
            <Badge variant="light" color={person.source === "OVERRIDE" ? "amber" : "gray"}>
              {t(`representatives.from.${person.source}`)}
            </Badge>
            {person.matchKind !== null && (
              <Badge variant="outline" color="gray">
                {t(`representatives.match.${person.matchKind}`)}
              </Badge>
            )}
            {person.preferredLocale !== null && <Badge variant="outline">{t(`representatives.prefers.${person.preferredLocale}`)}</Badge>}
          </Group>
          {can("representative.edit") && (
            <Button
              variant="subtle"
              size="compact-sm"
              mt={4}
              ml={-8}
              style={{ alignSelf: "flex-start" }}
              leftSection={<IconPencil size={15} />}
              onClick={() => setCorrects(true)}
            >
              {t("representatives.correct")}
            </Button>
          )}
          {corrects && <OverrideModal override={null} draft={correctionOf(person)} onClose={() => setCorrects(false)} />}
        </Stack>
      </Group>
    </Paper>
  );
};
