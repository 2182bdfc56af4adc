import { Loader, TextInput } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconSearch } from "@tabler/icons-react";
import type { RefObject } from "react";
import { KeySign } from "../../../shell/queue-desk/KeySign";

type Props = {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  isLoading: boolean;
  onText: (text: string) => void;
  /** Out of the field again, to what was found. */
  onLeave: () => void;
};

/** Another door, by its address; Enter leads to what was found, Escape back to the list's own doors. */
export const DoorSearch = ({ field, text, isLoading, onText, onLeave }: Props) => {
  const { t } = useTranslation();
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={t("unmatched.search")}
      placeholder={t("unmatched.search")}
      leftSection={<IconSearch size={16} />}
      rightSection={isLoading ? <Loader size="xs" /> : <KeySign sign="/" />}
      value={text}
      maxLength={200}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        if (event.key === "Escape") onText("");
        event.currentTarget.blur();
        onLeave();
      }}
    />
  );
};
