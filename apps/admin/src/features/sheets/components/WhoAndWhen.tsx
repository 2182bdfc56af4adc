import { Button, Chip, Group, Paper, Select, Stack, Text, TextInput } from "@mantine/core";
import type { SheetToType } from "@cml/domain/canvass";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";

export type Who = { userId: string; name: string; day: string };

/** Whose doors these were and on which day; chosen once for the whole sheet. */
export const WhoAndWhen = ({ sheet, chosen, onChosen }: { sheet: SheetToType; chosen: Who | null; onChosen: (who: Who) => void }) => {
  const { t } = useTranslation();
  const pair = sheet.people.filter(({ hasTurf }) => hasTurf);
  const names = useNames(sheet);
  const [userId, setUserId] = useState(chosen?.userId ?? (pair.length === 1 ? (pair[0]?.userId ?? null) : null));
  const [day, setDay] = useState(chosen?.day ?? usualDay(sheet));
  const isRealDay = day >= sheet.firstDay && day <= sheet.today;
  const name = userId === null ? undefined : names.find(({ value }) => value === userId)?.label;
  return (
    <Paper
      withBorder
      radius="md"
      p="lg"
      maw={560}
      component="form"
      onSubmit={(event: React.SubmitEvent) => {
        event.preventDefault();
        if (userId !== null && isRealDay) onChosen({ userId, name: name ?? "", day });
      }}
    >
      <Stack>
        {pair.length > 1 && (
          <Chip.Group value={userId} onChange={(value) => setUserId(value)}>
            <Group gap="xs" role="radiogroup" aria-label={t("sheets.withTurf")}>
              <Text size="sm" c="dimmed">
                {t("sheets.withTurf")}
              </Text>
              {pair.map((person) => (
                <Chip key={person.userId} value={person.userId}>
                  {person.name}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
        <Select
          label={t("sheets.who")}
          description={t(sheet.mayNameAnybody ? "sheets.whoAnybodyHint" : "sheets.whoHint")}
          data={groupsOf(names, t)}
          value={userId}
          onChange={setUserId}
          searchable
          required
          allowDeselect={false}
          autoFocus={userId === null && pair.length === 0}
        />
        <TextInput
          type="date"
          label={t("sheets.when")}
          min={sheet.firstDay}
          max={sheet.today}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          required
          w={200}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={userId === null || !isRealDay} autoFocus={userId !== null}>
            {t("sheets.begin")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};

/** The day of the shift, if the paper can have been walked on it. */
const usualDay = ({ shift, firstDay, today }: SheetToType): string => {
  const day = shift?.date ?? today;
  return day < firstDay ? firstDay : day > today ? today : day;
};

type Name = { value: string; label: string; group: "withTurf" | "atShift" | "others" };

const useNames = ({ people, mayNameAnybody }: SheetToType): Name[] => {
  const { can } = useSession();
  const users = api.auth.users.list.useQuery({ pageSize: 200, status: "ACTIVE" }, { enabled: mayNameAnybody && can("user.view") });
  const ofShift = new Set(people.map(({ userId }) => userId));
  return [
    ...people.map(({ userId, name, hasTurf }) => ({
      value: userId,
      label: name,
      group: hasTurf ? ("withTurf" as const) : ("atShift" as const),
    })),
    ...(users.data?.items ?? [])
      .filter(({ id }) => !ofShift.has(id))
      .map(({ id, name, email }) => ({ value: id, label: email === null ? name : `${name} (${email})`, group: "others" as const })),
  ];
};

const groupsOf = (names: readonly Name[], t: (key: `sheets.${Name["group"]}`) => string) =>
  (["withTurf", "atShift", "others"] as const)
    .map((group) => ({
      group: t(`sheets.${group}`),
      items: names.filter((name) => name.group === group).map(({ value, label }) => ({ value, label })),
    }))
    .filter(({ items }) => items.length > 0);
