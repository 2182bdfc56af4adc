import { Anchor, SegmentedControl } from "@mantine/core";
import type { CutDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { oneOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { ByNameStage } from "../components/by-name/ByNameStage";
import { CutEditor } from "../components/CutEditor";

const waysToDraw = ["draw", "name"] as const;

/** New turf: drawn on an empty map or from a copy of another's boundary (`?from=`), or an official boundary by its name (`?by=name`). */
export const CutNewPage = () => {
  const { t } = useTranslation();
  const [{ from, by }, setSearch] = usePageSearch((raw) => ({ from: textOf(raw["from"]), by: oneOf(["name"], raw["by"]) }));
  const query = api.map.cuts.get.useQuery({ id: from }, { enabled: from !== "", refetchOnWindowFocus: false });
  const ways = (
    <SegmentedControl
      fullWidth
      aria-label={t("turfByName.ways")}
      value={by ?? "draw"}
      onChange={(next) => setSearch({ by: oneOf(["name"], next) })}
      data={waysToDraw.map((value) => ({ value, label: t(`turfByName.${value}`) }))}
    />
  );
  if (from === "" && by === "name") return <ByNameStage title={t("turf.newTitle")} back={<Back />} ways={ways} />;
  if (from === "") return <Drawing from={null} ways={ways} />;
  return (
    <QueryState query={query} shape="form">
      {(cut) => <Drawing key={cut.id} from={cut} />}
    </QueryState>
  );
};

const Back = () => {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/turf" size="sm" c="dimmed">
      {t("turf.title")}
    </Anchor>
  );
};

const Drawing = ({ from, ways }: { from: CutDetail | null; ways?: ReactNode }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = api.useUtils();
  const create = api.map.cuts.create.useMutation({
    onSuccess: async ({ id }) => {
      notifyDone(t("turf.created"));
      await cache.map.cuts.invalidate();
      await navigate({ to: `/turf/${id}` });
    },
    onError: notifyFailed,
  });
  return (
    <CutEditor
      title={t("turf.newTitle")}
      back={<Back />}
      ways={ways}
      begin={{
        name: from === null ? "" : t("turf.copyName", { name: from.name }).slice(0, 120),
        category: "CUSTOM",
        color: from?.color ?? "#3388ff",
        description: "",
        isPublic: false,
        geometry: from?.geometry ?? null,
        completionPercentage: 0,
      }}
      exceptId={null}
      isLocked={false}
      isSaving={create.isPending}
      onSave={({ geometry, ...written }) => geometry !== undefined && create.mutate({ ...written, geometry })}
      onCancel={() => void navigate({ to: "/turf" })}
    />
  );
};
