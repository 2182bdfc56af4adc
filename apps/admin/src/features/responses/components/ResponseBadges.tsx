import { Badge, Group } from "@mantine/core";
import type { ResponseView } from "@cml/domain/influence";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconBuildingBank, IconEyeCheck } from "@tabler/icons-react";

const toneOf = { PENDING: "attention", APPROVED: "good", REJECTED: "calm" } as const;

type Props = { response: ResponseView };

/** Where a response stands. */
export const ResponseState = ({ response: { status, disputedAt } }: Props) => {
  const { t } = useTranslation();
  if (disputedAt !== null) return <StatusBadge tone="danger">{t("responses.disputed")}</StatusBadge>;
  return <StatusBadge tone={toneOf[status]}>{t(`responses.statuses.${status}`)}</StatusBadge>;
};

/** The state and the two marks, the office's and ours: never one for the other. */
export const ResponseBadges = ({ response }: Props) => {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      <ResponseState response={response} />
      {response.confirmedByOffice !== null && (
        <Badge color="spruce" variant="outline" leftSection={<IconBuildingBank size={13} aria-hidden="true" />}>
          {t("responses.item.confirmed")}
        </Badge>
      )}
      {response.proofSeen !== null && (
        <Badge color="gray" variant="outline" leftSection={<IconEyeCheck size={13} aria-hidden="true" />}>
          {t("responses.item.proofSeen")}
        </Badge>
      )}
    </Group>
  );
};
