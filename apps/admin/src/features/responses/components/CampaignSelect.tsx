import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "@cml/ui/i18n";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api";

type Props = {
  value: string | null;
  onChange: (id: string | null) => void;
  label?: string;
  placeholder?: string;
  clearable?: boolean;
  error?: React.ReactNode;
};

/** One campaign among all the account sees, found by a part of its title. */
export const CampaignSelect = ({ value, onChange, label, placeholder, clearable = false, error }: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const chosen = api.influence.campaigns.get.useQuery({ id: value ?? "" }, { enabled: value !== null, staleTime: 60_000 });
  // What stands in the field once something is chosen is no search.
  const isChosen = chosen.data?.title === typed;
  const found = api.influence.campaigns.list.useQuery(
    { search: isChosen ? "" : search, pageSize: 30 },
    { placeholderData: keepPreviousData, staleTime: 60_000 },
  );
  const titles = new Map((found.data?.items ?? []).map(({ id, title }) => [id, title]));
  if (chosen.data !== undefined && value !== null) titles.set(value, chosen.data.title);
  return (
    <Select
      label={label}
      aria-label={label === undefined ? t("responses.campaign") : undefined}
      placeholder={placeholder}
      searchable
      clearable={clearable}
      data={[...titles].map(([id, title]) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      nothingFoundMessage={t("responses.noCampaign")}
      error={error}
      comboboxProps={{ withinPortal: true }}
    />
  );
};
