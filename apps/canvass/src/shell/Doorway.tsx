import { Container, Group, Text, Title } from "@mantine/core";
import { BrandMark, LanguageSwitch } from "@cml/ui";
import type { ReactNode } from "react";

/** A page before one is in: the mark, the language, what is asked for and why. */
export const Doorway = ({ title, lead, children }: { title: string; lead: string; children: ReactNode }) => (
  <Container size={420} py="lg" component="main">
    <Group justify="space-between" mb={32}>
      <BrandMark size={36} />
      <LanguageSwitch tall />
    </Group>
    <Title order={1} size="h2">
      {title}
    </Title>
    <Text c="dimmed" mt="xs" mb="lg">
      {lead}
    </Text>
    {children}
  </Container>
);
