import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconMapPinCheck, IconWorldSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSession } from "../../../session/useSession";

/** The way to who else is asked where an address lies, and to how surely the buildings stand. */
export const AddressesCard = () => {
  const { t } = useTranslation();
  const { canEverywhere } = useSession();
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }}>
      <Title order={2} fz={18}>
        {t("settings.addresses.title")}
      </Title>
      <Text size="sm" c="dimmed" mt={2}>
        {t("settings.addresses.lead")}
      </Text>
      <Group gap="sm" mt="md">
        <Button component={Link} to="/data-quality/geocoders" variant="default" leftSection={<IconWorldSearch size={17} />}>
          {t("quality.geocoders.title")}
        </Button>
        {canEverywhere("location.view") && (
          <Button component={Link} to="/data-quality" variant="default" leftSection={<IconMapPinCheck size={17} />}>
            {t("quality.title")}
          </Button>
        )}
      </Group>
    </Paper>
  );
};
