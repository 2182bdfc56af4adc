import { Paper, Stack, Text, Title } from "@mantine/core";
import type { UnmatchedPerson } from "@cml/domain/map";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import { personName } from "../model/person-name";

/** Who waits, the address as the list writes it, and why no door was sure. */
export const PersonCard = ({ waits: { person, fileName, row, reason } }: { waits: UnmatchedPerson }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const reach = [person.phone, person.email].filter((part) => part !== null).join(" · ");
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap={6}>
        <Title order={2} fz={22} style={{ overflowWrap: "anywhere" }}>
          {personName(person)}
        </Title>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {person.address === "" ? t("unmatched.noAddressAtAll") : person.address}
        </Text>
        {reach !== "" && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {reach}
          </Text>
        )}
        <div>
          <StatusBadge tone="attention">{t(`unmatched.reasons.${reason}`)}</StatusBadge>
        </div>
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {t("unmatched.rowOf", { row: formats.number(row), name: fileName })}
        </Text>
      </Stack>
    </Paper>
  );
};
