import { Button, Group, Textarea } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";

type Props = {
  door: string;
  text: string;
  /** Null: nothing changes. */
  onDone: (text: string | null) => void;
};

export const NoteField = ({ door, text, onDone }: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(typed);
      }}
    >
      <Textarea
        label={t("sheets.noteAt", { door })}
        description={t("sheets.noteHint")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone(null);
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          onDone(typed);
        }}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        autoFocus
      />
      <Group justify="flex-end" mt="xs">
        <Button variant="default" onClick={() => onDone(null)}>
          {t("actions.cancel")}
        </Button>
        <Button type="submit">{t("sheets.keepNote")}</Button>
      </Group>
    </form>
  );
};
