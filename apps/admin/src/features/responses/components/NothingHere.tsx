import { Button, Group } from "@mantine/core";
import type { ResponseDesk } from "@cml/domain/influence";
import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconBuildingBank, IconMessageCheck, IconMessageOff } from "@tabler/icons-react";

type Props = { pile: ResponseDesk; isFiltered: boolean; onShowAll: () => void };

const icons = {
  PENDING: <IconMessageCheck />,
  APPROVED: <IconMessageCheck />,
  REJECTED: <IconMessageOff />,
  DISPUTED: <IconBuildingBank />,
  OFFICE_REPLY: <IconBuildingBank />,
};

/** An empty pile says what comes to it; a filter that holds something back says so. */
export const NothingHere = ({ pile, isFiltered, onShowAll }: Props) => {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={icons[pile]}
      title={t(`responses.empty.${pile}.title`)}
      action={
        isFiltered && (
          <Group justify="center">
            <Button variant="default" onClick={onShowAll}>
              {t("responses.empty.showAll")}
            </Button>
          </Group>
        )
      }
    >
      {isFiltered ? t("responses.empty.filtered") : t(`responses.empty.${pile}.text`)}
    </EmptyState>
  );
};
