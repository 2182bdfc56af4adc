import { Alert, Button, Group, Text } from "@mantine/core";
import type { ImportRunView } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconUserQuestion } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSession } from "../../../session/useSession";

/** How many of a list no door was sure for, with the way to them. */
export const PeopleOutcome = ({ run: { id, summary, isComparison, status } }: { run: ImportRunView }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  if (summary.unmatched === 0 || status === "UNDONE") return null;
  return (
    <Alert color="amber" icon={<IconUserQuestion size={20} />}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex={1} miw={220}>
          {t(isComparison ? "peopleImport.wouldWait" : "peopleImport.waiting", { count: summary.unmatched })}
        </Text>
        {!isComparison && can("resident.view") && (
          <Button component={Link} to="/imports/unmatched" search={{ list: id } as never} size="xs">
            {t("peopleImport.toQueue")}
          </Button>
        )}
      </Group>
    </Alert>
  );
};
