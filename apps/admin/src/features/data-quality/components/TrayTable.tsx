import { Anchor, Button, Text } from "@mantine/core";
import { mostUnplacedCounted, trayReasons, type Unplaced } from "@cml/domain/map";
import { type Column, DataTable } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSiteFormats } from "../../../session/useSite";
import { ChooseRow } from "../../../shell/Choosing";
import { TableError } from "../../../shell/TableError";
import { oneOf, pageSize } from "../../../shell/usePageSearch";
import type { TrayList } from "../hooks/useTrayList";

type Props = {
  list: TrayList;
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
  selectedId: string | null;
  onSelect: (id: string) => void;
  onTakeBack: (row: Unplaced) => void;
  isBusy: boolean;
  actions: ReactNode;
  empty: ReactNode;
};

/** The rows of the tray; one that waits is looked at beside the map, one that was placed can be taken back. */
export const TrayTable = ({ list, selectedId, onSelect, actions, empty, ...cells }: Props) => {
  const { t } = useTranslation();
  const columns = useColumns(list.search.state, cells);
  const { query, search, page, turn, change } = list;
  const reasons = query.data?.byReason ?? [];
  const total = query.data?.total ?? 0;
  return (
    <TableError query={query}>
      <DataTable
        label={t("tray.title")}
        columns={columns}
        rows={query.data?.items}
        rowKey={({ id }) => id}
        selectedKey={selectedId ?? undefined}
        total={total}
        isMore={total >= mostUnplacedCounted}
        page={page}
        pageSize={pageSize}
        hasNext={query.data?.hasNext}
        onPage={turn}
        search={search.q}
        onSearch={(q) => change({ q })}
        searchLabel={t("tray.search")}
        filters={
          reasons.length < 2 && search.reason === null
            ? []
            : [
                {
                  id: "reason",
                  label: t("tray.reason"),
                  value: search.reason,
                  options: trayReasons.map((value) => ({ value, label: t(`tray.reasons.${value}`) })),
                  onChange: (value) => change({ reason: oneOf(trayReasons, value) }),
                },
              ]
        }
        onRow={search.state === "waiting" ? ({ id }) => onSelect(id) : undefined}
        actions={actions}
        empty={empty}
      />
    </TableError>
  );
};

type Cells = Pick<Props, "chosen" | "onToggle" | "onTakeBack" | "isBusy">;

const useColumns = (state: TrayList["search"]["state"], { chosen, onToggle, onTakeBack, isBusy }: Cells): Column<Unplaced>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const choose: Column<Unplaced> = {
    id: "choose",
    header: t("tray.choose"),
    width: 40,
    cell: ({ id, address }) => (
      <ChooseRow label={t("tray.chooseRow", { address })} checked={chosen.has(id)} onToggle={() => onToggle(id)} />
    ),
  };
  const address: Column<Unplaced> = {
    id: "address",
    header: t("tray.address"),
    cell: (row) => (
      <div>
        <Text size="sm" fw={550}>
          {[row.address, row.unitNumber === null ? null : t("tray.unit", { unit: row.unitNumber })].filter(Boolean).join(" · ")}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            [row.municipality, row.province, row.postalCode].filter(Boolean).join(", "),
            row.reason === "outsideCanada" ? t("tray.reasons.outsideCanada") : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
    ),
  };
  const from: Column<Unplaced> = {
    id: "from",
    header: t("tray.from"),
    width: "34%",
    hideOnPhone: true,
    cell: ({ fileName, row }) => (
      <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {[fileName, row === null ? null : t("tray.row", { row: formats.number(row) })].filter(Boolean).join(" · ")}
      </Text>
    ),
  };
  const when: Column<Unplaced> = {
    id: "when",
    header: t(state === "placed" ? "tray.placedAt" : "tray.setAsideAt"),
    width: 170,
    cell: ({ settledAt }) => (settledAt === null ? "–" : formats.dateTime(settledAt)),
  };
  const ways: Column<Unplaced> = {
    id: "ways",
    header: t("tray.ways"),
    width: 260,
    cell: (row) => (
      <span style={{ display: "inline-flex", flexWrap: "wrap", gap: 12, alignItems: "center" }}>
        <Anchor component={Link} to="/doors" search={{ door: row.locationId } as never} size="sm">
          {t("tray.show")}
        </Anchor>
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => onTakeBack(row)}>
          {t("tray.takeBack")}
        </Button>
      </span>
    ),
  };
  if (state === "waiting") return [choose, address, from];
  return state === "placed" ? [address, from, when, ways] : [choose, address, from, when];
};
