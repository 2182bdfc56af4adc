import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode, SyntheticEvent } from "react";

type Props = {
  /** Name of the section in the address, so that a link can lead to it. */
  id?: string;
  title: string;
  lead?: string;
  children: ReactNode;
  onSubmit: (event?: SyntheticEvent<HTMLFormElement>) => void;
  isSaving: boolean;
  canSave: boolean;
  saveLabel?: string;
  extra?: ReactNode;
};

export const SettingsCard = ({ id, title, lead, children, onSubmit, isSaving, canSave, saveLabel, extra }: Props) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }} component="form" onSubmit={onSubmit} id={id} style={{ scrollMarginTop: 72 }}>
      <Title order={2} fz={18}>
        {title}
      </Title>
      {lead !== undefined && (
        <Text size="sm" c="dimmed" mt={2}>
          {lead}
        </Text>
      )}
      <Stack gap="md" mt="md">
        {children}
        <Group justify="flex-end">
          {extra}
          {canSave && (
            <Button type="submit" loading={isSaving}>
              {saveLabel ?? t("actions.save")}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
};
