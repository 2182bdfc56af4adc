import { ActionIcon, Box, Group, Text, Title } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./Screen.module.css";
import { SyncPill } from "./SyncPill";
import { ThumbBar } from "./ThumbBar";

type Props = { title: string; under?: ReactNode; back?: boolean; assignmentId?: string | null; children: ReactNode; tools?: ReactNode };

/** The frame of every screen: where I am, whether everything is safe, and the three places. */
export const Screen = ({ title, under, back = false, assignmentId = null, children, tools }: Props) => {
  const { t } = useTranslation("kernel");
  return (
    <>
      <Box component="header" className={classes.head}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Group gap={4} wrap="nowrap" style={{ minWidth: 0 }}>
            {back && (
              <ActionIcon component={Link} to="/" size={44} ml={-10} aria-label={t("ui.back")}>
                <IconChevronLeft size={26} />
              </ActionIcon>
            )}
            <Title order={1} size="h3" className={classes.title}>
              {title}
            </Title>
          </Group>
          <SyncPill />
        </Group>
        {under !== undefined && (
          <Text size="sm" c="dimmed" component="div" mt={2}>
            {under}
          </Text>
        )}
        {tools}
      </Box>
      {children}
      <ThumbBar assignmentId={assignmentId} />
    </>
  );
};
