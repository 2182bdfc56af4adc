import { Anchor, Button, Progress, Stack, Text, Title } from "@mantine/core";
import type { TurfPlan, TurfPlanArea } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { type Barrier, MapView } from "@cml/ui/map";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { doorTiles } from "../../../shell/door-tiles";
import { useMapGround } from "../../../shell/useMapGround";
import { useTilesVersion } from "../../../shell/useTilesVersion";
import { AutoCutForm } from "../components/auto-cut/AutoCutForm";
import { AutoCutPreview } from "../components/auto-cut/AutoCutPreview";
import { KeptTurfs } from "../components/auto-cut/KeptTurfs";
import classes from "../components/CutStage.module.css";

const askAgainMs = 800;

/** An area becomes turfs: chosen, cut in the background, looked at and adjusted, kept. */
export const AutoCutPage = () => {
  const { id = "" }: { id?: string } = useParams({ strict: false });
  // What somebody adjusts must not be replaced under their hands; who comes back begins with the plan as it is then.
  const query = api.map.turfPlans.area.useQuery({ cutId: id }, { refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 });
  return (
    <QueryState query={query} shape="form">
      {(area) => <AutoCut key={area.cutId} area={area} />}
    </QueryState>
  );
};

const AutoCut = ({ area }: { area: TurfPlanArea }) => {
  const { t } = useTranslation();
  const { cutId, latest } = area;
  const isOpen = latest !== null && (latest.status !== "CANCELLED" && latest.status !== "FAILED"); // prettier-ignore
  const [planId, setPlanId] = useState(isOpen ? latest.id : null);
  const start = api.map.turfPlans.start.useMutation({ onSuccess: ({ id }) => setPlanId(id), onError: notifyFailed });
  const head = (
    <div>
      <Anchor component={Link} to={`/turf/${cutId}`} size="sm" c="dimmed">
        {area.name}
      </Anchor>
      <Title order={1} fz={22} mt={4}>
        {t("autoCut.title", { name: area.name })}
      </Title>
    </div>
  );
  if (planId !== null) return <Planned key={planId} area={area} id={planId} head={head} onAgain={() => setPlanId(null)} />;
  return (
    <Stage area={area} head={head}>
      <AutoCutForm area={area} isStarting={start.isPending} onStart={(options) => start.mutate({ cutId, options })} />
    </Stage>
  );
};

type PlannedProps = { area: TurfPlanArea; id: string; head: ReactNode; onAgain: () => void };

const Planned = ({ area, id, head, onAgain }: PlannedProps) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const query = api.map.turfPlans.get.useQuery(
    { id },
    { refetchInterval: ({ state }) => (state.data === undefined || isWorking(state.data) ? askAgainMs : false) },
  );
  const plan = query.data;
  const cutting = api.map.turfPlans.cutting.useQuery(
    { id },
    { enabled: plan?.status === "COMPLETED" && plan.kept === null, staleTime: Infinity },
  );
  const seen = async (next: TurfPlan) => {
    cache.map.turfPlans.get.setData({ id }, next);
    await cache.map.cuts.invalidate();
  };
  const keep = api.map.turfPlans.keep.useMutation({
    onSuccess: async (next) => {
      notifyDone(t("autoCut.kept", { turfs: t("autoCut.turfs", { count: next.kept ?? 0 }), name: area.name }));
      await seen(next);
    },
    onError: notifyFailed,
  });
  const undo = api.map.turfPlans.undo.useMutation({
    onSuccess: async (next) => {
      notifyDone(t("autoCut.removed"));
      await seen(next);
    },
    onError: notifyFailed,
  });
  const cancel = api.map.turfPlans.cancel.useMutation({ onSuccess: onAgain, onError: notifyFailed });
  if (plan?.status === "COMPLETED" && plan.kept === null && cutting.data !== undefined)
    return (
      <AutoCutPreview
        {...{ area, plan, head, onAgain }}
        cutting={cutting.data}
        isKeeping={keep.isPending}
        onKeep={(given) => keep.mutate({ id, ...given })}
      />
    );
  return (
    <Stage area={area} head={head}>
      {plan !== undefined && plan.kept !== null ? (
        <KeptTurfs cutId={area.cutId} kept={plan.kept} isRemoving={undo.isPending} onRemove={() => undo.mutate({ id })} onAgain={onAgain} />
      ) : plan?.status === "FAILED" || plan?.status === "CANCELLED" || query.isError || cutting.isError ? (
        <Stack gap="md">
          <Text>{t("autoCut.failed")}</Text>
          <Button onClick={onAgain}>{t("autoCut.again")}</Button>
        </Stack>
      ) : (
        <Stack gap="md" role="status">
          <Text fw={600}>{t("autoCut.running")}</Text>
          <Progress value={plan?.progress ?? 0} animated aria-label={t("autoCut.running")} />
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
            {t("autoCut.stop")}
          </Button>
        </Stack>
      )}
    </Stage>
  );
};

const isWorking = ({ status }: TurfPlan): boolean => status === "QUEUED" || status === "RUNNING";

const everyBarrier: Barrier[] = ["water", "rail", "road"];

const Stage = ({ area, head, children }: { area: TurfPlanArea; head: ReactNode; children: ReactNode }) => {
  const { t } = useTranslation();
  const place = useMapGround();
  const version = useTilesVersion();
  const areas = useMemo(
    () => ({
      type: "FeatureCollection" as const,
      features: [{ type: "Feature" as const, properties: { id: area.cutId, name: area.name }, geometry: area.geometry }],
    }),
    [area],
  );
  return (
    <div className={classes.stage} data-fills>
      <section className={classes.side} aria-label={t("autoCut.title", { name: area.name })}>
        <div className={classes.body}>
          <Stack gap="lg">
            {head}
            {children}
          </Stack>
        </div>
      </section>
      <div className={classes.map}>
        <MapView
          {...place}
          label={t("turf.map")}
          height="100%"
          edge
          areas={areas}
          barriers={everyBarrier}
          doors={doorTiles}
          version={version}
          bounds={area.bounds}
        />
      </div>
    </div>
  );
};
