import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { GovernmentLevel } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api";

type Props = {
  campaignId: string | null;
  value: string | null;
  onChange: (recipientKey: string | null, level: GovernmentLevel | null) => void;
  error?: React.ReactNode;
};

/** One of the people a campaign writes to, found by a part of the name. */
export const PersonSelect = ({ campaignId, value, onChange, error }: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [label, setLabel] = useState("");
  const found = api.influence.responses.people.useQuery(
    { campaignId: campaignId ?? "", search: search === label ? "" : search },
    { enabled: campaignId !== null, placeholderData: keepPreviousData },
  );
  const people = (found.data ?? []).map(({ recipientKey, name, title, level }) => ({
    value: recipientKey,
    label: [name, title].filter(Boolean).join(", "),
    level,
  }));
  const options = value === null || people.some((one) => one.value === value) ? people : [{ value, label, level: null }, ...people];
  return (
    <Select
      label={t("responses.adding.person")}
      description={t("responses.adding.personHint")}
      withAsterisk
      searchable
      disabled={campaignId === null}
      data={options}
      // The server has searched.
      filter={({ options: all }) => all}
      value={value}
      onChange={(recipientKey) => {
        const person = people.find((one) => one.value === recipientKey);
        setLabel(person?.label ?? "");
        onChange(recipientKey, person?.level ?? null);
      }}
      onSearchChange={setTyped}
      nothingFoundMessage={t("responses.adding.noPerson")}
      error={error}
    />
  );
};
