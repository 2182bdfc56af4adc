import { Button, FileButton, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconFileUpload } from "@tabler/icons-react";
import { useState } from "react";
import classes from "./FileStep.module.css";

type Props = { file: File | null; endings: readonly string[]; onChoose: (file: File | null) => void };

/** Where a file of this computer is dropped, or looked for. */
export const DropPlace = ({ file, endings, onChoose }: Props) => {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onChoose(event.dataTransfer.files[0] ?? null);
      }}
    >
      <IconFileUpload size={30} stroke={1.4} aria-hidden="true" />
      {file === null ? (
        <Text size="sm" c="dimmed">
          {t("imports.drop")}
        </Text>
      ) : (
        <Text fw={550} style={{ overflowWrap: "anywhere" }}>
          {file.name}
        </Text>
      )}
      <FileButton onChange={onChoose} accept={endings.join(",")}>
        {(props) => (
          <Button {...props} variant="default" size="xs">
            {t("imports.choose")}
          </Button>
        )}
      </FileButton>
    </div>
  );
};
