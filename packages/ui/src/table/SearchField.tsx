import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

type Props = { value: string; onSearch: (text: string) => void; label: string; className?: string; style?: CSSProperties };

/** Words to look for. Typing stays instant; the list (and the address bar) follow after a breath. */
export const SearchField = ({ value, onSearch, label, ...look }: Props) => {
  const { t } = useTranslation("kernel");
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onSearch(next);
  }, 250);
  // Cleared or gone back from outside: follow, but never overwrite what is being typed with an older answer.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  const change = (next: string) => {
    setText(next);
    tell(next);
  };
  return (
    <TextInput
      {...look}
      type="search"
      size="sm"
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={text === "" ? null : <CloseButton size="sm" aria-label={t("ui.table.clearSearch")} onClick={() => change("")} />}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
};
