import { Button, Group, Select, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type OfficeHours, ordinaryOfficeWeek } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useMemo, useState } from "react";
import { api } from "../../../api";
import { useOfficeHours } from "../hooks/useOfficeHours";
import { timeZones } from "../model/time-zones";
import { OfficeWeekFields } from "./OfficeWeekFields";

type Props = { office: OfficeHours | null; timeZone: string; onDone: () => void };

/** Hours of one office: a new one is found by name, a known one keeps its name. */
export const OfficeHoursForm = ({ office, timeZone, onDone }: Props) => {
  const { t } = useTranslation();
  const zones = useMemo(timeZones, []);
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 250);
  const [values, setValues] = useState({
    recipientKey: office?.recipientKey ?? null,
    name: office?.name ?? "",
    timeZone: office?.timeZone ?? timeZone,
    week: office?.week ?? ordinaryOfficeWeek,
  });
  const found = api.influence.officeHours.findOffices.useQuery({ search: asked }, { enabled: office === null && asked.length >= 2 });
  const { save } = useOfficeHours(onDone);
  const { recipientKey } = values;
  const people = (found.data ?? []).map(({ recipientKey: value, name, about }) => ({
    value,
    name,
    label: about === "" ? name : `${name}, ${about}`,
  }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (recipientKey !== null) save.mutate({ ...values, recipientKey });
      }}
    >
      <Stack gap="md">
        {office === null && (
          <Select
            label={t("officeHours.office")}
            description={t("officeHours.officeHint")}
            data={people.map(({ value, label }) => ({ value, label }))}
            searchable
            required
            nothingFoundMessage={asked.length < 2 || found.isFetching ? undefined : t("officeHours.noOffice")}
            filter={({ options }) => options}
            onSearchChange={setSearch}
            value={recipientKey}
            onChange={(value) => {
              const person = people.find((one) => one.value === value);
              if (person !== undefined) setValues({ ...values, recipientKey: person.value, name: person.name });
            }}
          />
        )}
        <Select
          label={t("officeHours.timeZone")}
          data={zones}
          searchable
          maw={320}
          limit={60}
          value={values.timeZone}
          onChange={(value) => value !== null && setValues({ ...values, timeZone: value })}
        />
        <OfficeWeekFields week={values.week} onChange={(week) => setValues({ ...values, week })} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t("actions.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={recipientKey === null}>
            {t("officeHours.saveOffice")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
