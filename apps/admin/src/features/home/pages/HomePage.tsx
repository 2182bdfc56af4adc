import { Button, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowRight, IconCircleCheck, IconPointFilled } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSession } from "../../../session/useSession";
import { QuickFacts } from "../components/QuickFacts";
import { type Need, useNeeds } from "../hooks/useNeeds";

export const HomePage = () => {
  const { t } = useTranslation();
  const { me } = useSession();
  const { needs, isLoading } = useNeeds();
  return (
    <Stack gap="xl">
      <Title order={1}>{t("home.hello", { name: me.name.split(" ")[0] ?? "" })}</Title>
      <section aria-labelledby="needs">
        <Title order={2} fz={18} mb="sm" id="needs">
          {t("home.needsTitle")}
        </Title>
        <Paper withBorder radius="md">
          {isLoading && needs.length === 0 ? (
            <NeedSkeletons />
          ) : needs.length === 0 ? (
            <NothingWaits />
          ) : (
            needs.map((need) => <NeedRow key={need.id} need={need} />)
          )}
        </Paper>
      </section>
      <section aria-labelledby="facts">
        <Title order={2} fz={18} mb="sm" id="facts">
          {t("home.factsTitle")}
        </Title>
        <QuickFacts />
      </section>
    </Stack>
  );
};

const NeedRow = ({ need }: { need: Need }) => (
  <Group justify="space-between" wrap="nowrap" px="md" py="sm" gap="md" style={{ borderTop: "1px solid var(--cml-line)", marginTop: -1 }}>
    <Group gap="xs" wrap="nowrap" align="flex-start" style={{ minWidth: 0 }}>
      <IconPointFilled
        size={18}
        aria-hidden="true"
        color={need.urgent ? "var(--mantine-color-amber-text)" : "var(--mantine-color-dimmed)"}
        style={{ flex: "none", marginTop: 2 }}
      />
      <Text size="sm" lineClamp={4} style={{ overflowWrap: "anywhere" }}>
        {need.text}
      </Text>
    </Group>
    <Button
      component={Link}
      to={need.to}
      search={(need.search ?? {}) as never}
      variant={need.urgent ? "filled" : "default"}
      size="xs"
      rightSection={<IconArrowRight size={14} />}
      style={{ flex: "none" }}
    >
      {need.action}
    </Button>
  </Group>
);

const NothingWaits = () => {
  const { t } = useTranslation();
  return (
    <Group px="md" py="lg" gap="sm">
      <IconCircleCheck size={22} color="var(--mantine-color-spruce-text)" aria-hidden="true" />
      <Text size="sm">{t("home.nothing")}</Text>
    </Group>
  );
};

const NeedSkeletons = () => (
  <Stack p="md" gap="md">
    <Skeleton height={22} />
    <Skeleton height={22} width="80%" />
    <Skeleton height={22} width="60%" />
  </Stack>
);
