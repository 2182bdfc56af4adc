import { Checkbox, Chip, Group, Input, MultiSelect, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { buildingTypes, confidenceBands, type LocationFilter, providerChoices, supportChoices, visitOutcomes } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { type ReactNode, useState } from "react";
import { api } from "../../../api";
import { useVisitedLabel, visitedChoices } from "../../../shell/useFilterWords";

type Props = { filter: LocationFilter; onChange: (changes: Partial<LocationFilter>) => void };

/** Every filter there is; each change shows at once behind the panel. */
export const FilterFields = ({ filter, onChange }: Props) => {
  const { t } = useTranslation();
  const choices = api.map.locations.choices.useQuery(undefined, { staleTime: 60_000 });
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 });
  const visited = useVisitedLabel();
  const days = filter.visited !== null && !visitedChoices.some((choice) => choice === filter.visited) ? [filter.visited] : [];
  const any = t("buildings.filters.any");
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t("buildings.filters.municipality")}
          placeholder={any}
          data={withOwn(choices.data?.municipalities, filter.municipality)}
          value={filter.municipality === "" ? null : filter.municipality}
          onChange={(value) => onChange({ municipality: value ?? "" })}
          limit={100}
          searchable
          clearable
        />
        <PostalCode key={filter.postal} value={filter.postal} onChange={(postal) => onChange({ postal })} />
        <Select
          label={t("buildings.filters.cut")}
          placeholder={any}
          data={cuts.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={filter.cut}
          onChange={(cut) => onChange({ cut })}
          searchable
          clearable
        />
        <Select
          label={t("buildings.filters.district")}
          placeholder={any}
          data={withOwn(choices.data?.districts, filter.district)}
          value={filter.district === "" ? null : filter.district}
          onChange={(value) => onChange({ district: value ?? "" })}
          limit={100}
          searchable
          clearable
        />
        <Select
          label={t("buildings.filters.visited")}
          placeholder={any}
          data={[...visitedChoices, ...days].map((value) => ({ value, label: visited(value) }))}
          value={filter.visited}
          onChange={(value) => onChange({ visited: value })}
          clearable
        />
        <MultiSelect
          label={t("buildings.filters.outcome")}
          placeholder={filter.outcome.length === 0 ? any : undefined}
          data={visitOutcomes.map((value) => ({ value, label: t(`visits.outcomes.${value}`) }))}
          value={filter.outcome}
          onChange={(outcome) => onChange({ outcome })}
          clearable
        />
      </SimpleGrid>
      <Chips
        label={t("buildings.filters.support")}
        value={filter.support}
        options={supportChoices.map((value) => [
          value,
          value === "none" ? t("buildings.filters.supportNone") : t(`kernel:ui.support.${value}`),
        ])}
        onChange={(support) => onChange({ support: support as LocationFilter["support"] })}
      />
      <Chips
        label={t("buildings.filters.type")}
        value={filter.type}
        options={buildingTypes.map((value) => [value, t(`doors.types.${value}`)])}
        onChange={(type) => onChange({ type: type as LocationFilter["type"] })}
      />
      <Chips
        label={t("buildings.filters.band")}
        value={filter.band}
        options={confidenceBands.map((value) => [value, t(`buildings.bands.${value}`)])}
        onChange={(band) => onChange({ band: band as LocationFilter["band"] })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <MultiSelect
          label={t("buildings.filters.provider")}
          placeholder={filter.provider.length === 0 ? any : undefined}
          data={providerChoices.map((value) => ({ value, label: t(`buildings.providers.${value}`) }))}
          value={filter.provider}
          onChange={(provider) => onChange({ provider })}
          clearable
        />
        <Input.Wrapper label={t("buildings.filters.sign")}>
          <Group gap="md" mt={8}>
            {(["yes", "no"] as const).map((value) => (
              <Checkbox
                key={value}
                label={t(value === "yes" ? "buildings.filters.signYes" : "buildings.filters.signNo")}
                checked={filter.sign === value}
                onChange={(event) => onChange({ sign: event.currentTarget.checked ? value : null })}
              />
            ))}
          </Group>
        </Input.Wrapper>
      </SimpleGrid>
    </Stack>
  );
};

/** An old link may name a town that is no longer on the map. */
const withOwn = (names: string[] | undefined, own: string): string[] => {
  const list = names ?? [];
  return own === "" || list.includes(own) ? list : [own, ...list];
};

// Typed to its end before anything is looked for.
const PostalCode = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const tell = () => text.trim() !== value && onChange(text.trim().toUpperCase());
  return (
    <TextInput
      label={t("buildings.filters.postal")}
      placeholder={t("buildings.filters.postalHint")}
      value={text}
      maxLength={7}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={tell}
      onKeyDown={(event) => event.key === "Enter" && tell()}
    />
  );
};

type ChipsProps = {
  label: string;
  value: string[];
  options: (readonly [value: string, label: ReactNode])[];
  onChange: (value: string[]) => void;
};

const Chips = ({ label, value, options, onChange }: ChipsProps) => (
  <Input.Wrapper label={label} labelElement="div">
    <Chip.Group multiple value={value} onChange={onChange}>
      <Group gap={6} mt={6} role="group" aria-label={label}>
        {options.map(([key, text]) => (
          <Chip key={key} value={key} size="xs" variant="light">
            {text}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  </Input.Wrapper>
);
