import { List, Text } from "@mantine/core";
import { checkPassword } from "@cml/domain/auth";
import { useTranslation } from "@cml/ui/i18n";
import { IconCheck, IconCircle } from "@tabler/icons-react";

/** The rules of a new password, each ticked as it is kept. */
export const PasswordChecklist = ({ password, id }: { password: string; id?: string }) => {
  const { t } = useTranslation();
  return (
    <List id={id} spacing={2} size="sm" listStyleType="none" ml={0} pl={0}>
      {checkPassword(password)
        .filter(({ rule, kept }) => rule !== "notTooLong" || !kept)
        .map(({ rule, kept }) => (
          <List.Item
            key={rule}
            icon={kept ? <IconCheck size={16} color="var(--mantine-color-spruce-text)" /> : <IconCircle size={16} stroke={1.25} />}
            c={kept ? undefined : "dimmed"}
          >
            <Text span size="sm">
              {t(`account.rules.${rule}`)}
            </Text>
          </List.Item>
        ))}
    </List>
  );
};
