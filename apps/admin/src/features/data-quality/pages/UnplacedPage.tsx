import { Anchor, Button, Paper, SegmentedControl, Select, VisuallyHidden } from "@mantine/core";
import { trayStates } from "@cml/domain/map";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArchive, IconMapPinCheck, IconWand } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSiteFormats } from "../../../session/useSite";
import { oneOf } from "../../../shell/usePageSearch";
import { RunLine } from "../components/RunLine";
import classes from "../components/Tray.module.css";
import { TrayBar } from "../components/TrayBar";
import { TrayDesk } from "../components/TrayDesk";
import { TrayTable } from "../components/TrayTable";
import { isRunOn, useGeocodeRuns } from "../hooks/useGeocodeRuns";
import { useTrayDeeds } from "../hooks/useTrayDeeds";
import { type TrayList, useTrayList } from "../hooks/useTrayList";

const nobody: ReadonlySet<string> = new Set();

/** Addresses of files that have no point: each is placed by geocoding or by hand, or set aside; and every deed can be taken back. */
export const UnplacedPage = () => {
  const { t } = useTranslation();
  const deeds = useTrayDeeds();
  const runs = useGeocodeRuns(() => void deeds.refresh());
  const list = useTrayList({ isMoving: runs.isRunning });
  const { state } = list.search;
  const [chosen, setChosen] = useState(nobody);
  const [selected, setSelected] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const key = JSON.stringify(list.search);
  useEffect(() => {
    setChosen(nobody);
    setAt(0);
    setSelected(null);
  }, [key, list.page]);
  const { items } = list;
  // Where a row has left the list, the one that took its place is next.
  const found = items.findIndex(({ id }) => id === selected);
  const index = found >= 0 ? found : Math.min(at, items.length - 1);
  const current = state === "waiting" ? items[index] : undefined;
  const go = (to: number) => {
    const row = items[Math.max(0, Math.min(to, items.length - 1))];
    setAt(Math.max(0, to));
    setSelected(row?.id ?? null);
  };
  const kept = items.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) =>
    setChosen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const run = runs.runs.find((one) => one.kind === "missing" && isRunOn(one));
  const canPlaceAll = state === "waiting" && (list.query.data?.total ?? 0) > 0 && !list.isFiltered;
  return (
    <>
      <PageHeader
        title={t("tray.title")}
        lead={t("tray.lead")}
        back={
          <Anchor component={Link} to="/data-quality" size="sm" c="dimmed">
            {t("quality.title")}
          </Anchor>
        }
        actions={
          canPlaceAll && (
            <Button
              leftSection={<IconWand size={17} />}
              disabled={runs.isRunning || deeds.isBusy}
              loading={runs.isStarting}
              onClick={() => runs.begin("missing")}
            >
              {t("tray.placeAll")}
            </Button>
          )
        }
      />
      <VisuallyHidden role="status">{deeds.said}</VisuallyHidden>
      {run !== undefined && (
        <Paper withBorder radius="md" p="md" mb="md">
          <RunLine run={run} onCancel={() => runs.cancel(run.id)} />
        </Paper>
      )}
      <TrayFilters list={list} />
      <div className={classes.page} data-single={current === undefined || undefined}>
        <div>
          <TrayBar
            state={state}
            chosen={kept.map(({ id }) => id)}
            deeds={deeds}
            onSetAside={() => deeds.setAside(kept)}
            onClear={() => setChosen(nobody)}
          />
          <TrayTable
            list={list}
            chosen={chosen}
            onToggle={toggle}
            selectedId={current?.id ?? null}
            onSelect={(id) => go(items.findIndex((row) => row.id === id))}
            onTakeBack={deeds.takeBack}
            isBusy={deeds.isBusy}
            actions={
              state !== "placed" && items.length > 1 ? (
                <Button size="compact-sm" variant="subtle" onClick={() => setChosen(new Set(items.map(({ id }) => id)))}>
                  {t("tray.choosePage")}
                </Button>
              ) : undefined
            }
            empty={<Nothing state={state} />}
          />
        </div>
        {current !== undefined && (
          <TrayDesk key={current.id} row={current} deeds={deeds} onNext={() => go(index + 1)} onPrevious={() => go(index - 1)} />
        )}
      </div>
    </>
  );
};

const TrayFilters = ({ list }: { list: TrayList }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { search, change, query } = list;
  const files = query.data?.imports ?? [];
  return (
    <div className={classes.selects}>
      <SegmentedControl
        size="sm"
        aria-label={t("tray.stateLabel")}
        data={trayStates.map((value) => ({ value, label: t(`tray.states.${value}`) }))}
        value={search.state}
        onChange={(value) => change({ state: oneOf(trayStates, value) ?? "waiting", file: "", reason: null })}
      />
      {(files.length > 1 || search.file !== "") && (
        <Select
          size="sm"
          miw={240}
          clearable
          aria-label={t("tray.file")}
          placeholder={t("tray.allFiles")}
          data={files.map(({ id, fileName, count }) => ({ value: id, label: `${fileName} (${formats.number(count)})` }))}
          value={search.file === "" ? null : search.file}
          onChange={(value) => change({ file: value ?? "" })}
        />
      )}
    </div>
  );
};

const Nothing = ({ state }: { state: TrayList["search"]["state"] }) => {
  const { t } = useTranslation();
  return (
    <EmptyState icon={state === "setAside" ? <IconArchive /> : <IconMapPinCheck />} title={t(`tray.empty.${state}`)}>
      {t(`tray.emptyText.${state}`)}
    </EmptyState>
  );
};
