import { ActionIcon, Group } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowDown, IconArrowUp, IconPencil } from "@tabler/icons-react";

type Item = { id: string };
type Props = {
  items: readonly Item[];
  index: number;
  name: string;
  /** What earlier and later mean in this list. */
  moves: { up: string; down: string };
  /** The ids in their new order. */
  onOrder: (ids: string[]) => void;
  onEdit: () => void;
};

/** Moves one of a list up or down, and opens it. */
export const OrderButtons = ({ items, index, name, moves, onOrder, onEdit }: Props) => {
  const { t } = useTranslation();
  const move = (by: -1 | 1) => {
    const ids = items.map(({ id }) => id);
    ids.splice(index + by, 0, ...ids.splice(index, 1));
    onOrder(ids);
  };
  const arrow = (by: -1 | 1) => {
    const isLast = index + by < 0 || index + by >= items.length;
    return (
      <ActionIcon
        disabled={isLast}
        bg={isLast ? "transparent" : undefined}
        onClick={() => move(by)}
        aria-label={by < 0 ? moves.up : moves.down}
      >
        {by < 0 ? <IconArrowUp size={16} /> : <IconArrowDown size={16} />}
      </ActionIcon>
    );
  };
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      {arrow(-1)}
      {arrow(1)}
      <ActionIcon onClick={onEdit} aria-label={t("targets.people.edit", { name })}>
        <IconPencil size={16} />
      </ActionIcon>
    </Group>
  );
};
