import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { BrandMark, ColorSchemeSwitch, LanguageSwitch } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import classes from "./DoorFrame.module.css";

type Props = { title: string; lead?: ReactNode; children: ReactNode };

/** The quiet page before the app: sign-in and what belongs to it. */
export const DoorFrame = ({ title, lead, children }: Props) => {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      <Group justify="space-between" p="md">
        <Group gap={10}>
          <BrandMark size={30} />
          <Text fw={600} ff="heading">
            {t("shell.product")}
          </Text>
        </Group>
        <Group gap={4}>
          <LanguageSwitch />
          <ColorSchemeSwitch />
        </Group>
      </Group>
      <main className={classes.middle}>
        <Paper withBorder radius="lg" p={{ base: "lg", xs: "xl" }} w="100%" maw={420}>
          <Stack gap="lg">
            <div>
              <Title order={1} fz={26}>
                {title}
              </Title>
              {lead !== undefined && (
                <Text c="dimmed" size="sm" mt={6}>
                  {lead}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
      </main>
    </div>
  );
};
