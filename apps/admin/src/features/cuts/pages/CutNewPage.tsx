import { Anchor } from "@mantine/core";
import type { CutDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { textOf, usePageSearch } from "../../../shell/usePageSearch";
import { CutEditor } from "../components/CutEditor";

/** Draws a turf, on an empty map or from a copy of another's boundary (`?from=`). */
export const CutNewPage = () => {
  const [{ from }] = usePageSearch((raw) => ({ from: textOf(raw["from"]) }));
  const query = api.map.cuts.get.useQuery({ id: from }, { enabled: from !== "", refetchOnWindowFocus: false });
  if (from === "") return <Drawing from={null} />;
  return (
    <QueryState query={query} shape="form">
      {(cut) => <Drawing key={cut.id} from={cut} />}
    </QueryState>
  );
};

const Drawing = ({ from }: { from: CutDetail | null }) => {
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
      back={
        <Anchor component={Link} to="/turf" size="sm" c="dimmed">
          {t("turf.title")}
        </Anchor>
      }
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
