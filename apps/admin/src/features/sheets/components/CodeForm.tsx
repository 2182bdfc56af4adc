import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from "@mantine/core";
import { readSheetCode } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { CodeScanner } from "@cml/ui/scan";
import { IconCamera } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

/** The way to a sheet: its code typed, read by a scanner that types it and Enter, or by the camera. */
export const CodeForm = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const open = (text: string): boolean => {
    const code = readSheetCode(text);
    setWrong(code === null);
    if (code === null) return false;
    void navigate({ to: `/sheets/${code}` });
    return true;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        open(typed);
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t("sheets.code")}
          description={t("sheets.codeHint")}
          placeholder={t("sheets.codePlaceholder")}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(false);
          }}
          error={isWrong ? t("sheets.notACode") : undefined}
          size="md"
          flex="1 1 240px"
          maw={460}
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          inputWrapperOrder={["label", "description", "input", "error"]}
          rightSection={
            <Tooltip label={t("sheets.scan")}>
              <ActionIcon variant="subtle" size={34} onClick={() => setScanning(true)} aria-label={t("sheets.scan")}>
                <IconCamera size={20} />
              </ActionIcon>
            </Tooltip>
          }
        />
        <Button type="submit" size="md" disabled={typed.trim() === ""} mb={isWrong ? 22 : 0}>
          {t("sheets.open")}
        </Button>
      </Group>
      {isScanning && (
        <CodeScanner
          title={t("sheets.scanTitle")}
          onClose={() => setScanning(false)}
          onCode={(text) => {
            if (open(text)) setScanning(false);
          }}
        >
          {isWrong && <Text size="sm">{t("sheets.notACode")}</Text>}
        </CodeScanner>
      )}
    </form>
  );
};
