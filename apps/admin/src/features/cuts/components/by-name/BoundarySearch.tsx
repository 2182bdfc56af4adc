import { Checkbox, Group, Loader, Select, Stack, TextInput } from "@mantine/core";
import { boundaryLevels, boundaryProvinces, type SearchBoundariesInput } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconSearch } from "@tabler/icons-react";

type Props = { asked: SearchBoundariesInput; isAsking: boolean; onChange: (asked: SearchBoundariesInput) => void };

/** Which boundary: its name, what it is, and where. */
export const BoundarySearch = ({ asked, isAsking, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label={t("turfByName.search")}
        placeholder={t("turfByName.placeholder")}
        leftSection={<IconSearch size={16} />}
        rightSection={isAsking ? <Loader size="xs" /> : undefined}
        value={asked.search}
        maxLength={120}
        autoComplete="off"
        data-autofocus
        onChange={(event) => onChange({ ...asked, search: event.currentTarget.value })}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <Group gap="sm" wrap="nowrap" align="flex-end">
        <Select
          flex={1}
          label={t("turfByName.level")}
          placeholder={t("turfByName.anyLevel")}
          clearable
          data={boundaryLevels.map((value) => ({ value, label: t(`turfByName.levels.${value}`) }))}
          value={asked.level}
          onChange={(level) => onChange({ ...asked, level: boundaryLevels.find((one) => one === level) ?? null })}
        />
        <Select
          w={118}
          label={t("turfByName.province")}
          placeholder={t("turfByName.anyProvince")}
          clearable
          data={[...boundaryProvinces]}
          value={asked.province}
          onChange={(province) => onChange({ ...asked, province: boundaryProvinces.find((one) => one === province) ?? null })}
        />
      </Group>
      <Checkbox
        size="sm"
        label={t("turfByName.superseded")}
        checked={asked.superseded}
        onChange={(event) => onChange({ ...asked, superseded: event.currentTarget.checked })}
      />
    </Stack>
  );
};
