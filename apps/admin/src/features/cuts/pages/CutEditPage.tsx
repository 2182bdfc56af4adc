import { Anchor } from "@mantine/core";
import type { CutDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { CutEditor } from "../components/CutEditor";

export const CutEditPage = () => {
  const { id = "" }: { id?: string } = useParams({ strict: false });
  // What somebody draws must not be replaced under their hands.
  const query = api.map.cuts.get.useQuery({ id }, { refetchOnWindowFocus: false, staleTime: Infinity, refetchOnMount: "always" });
  return (
    <QueryState query={query} shape="form">
      {(cut) => <Editing key={cut.id} cut={cut} />}
    </QueryState>
  );
};

const Editing = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = api.useUtils();
  const { id, name, category, color, description, isPublic, geometry, completionPercentage, isOfficial } = cut;
  const save = api.map.cuts.update.useMutation({
    onSuccess: async () => {
      notifyDone(t("turf.saved"));
      await cache.map.cuts.invalidate();
      await navigate({ to: `/turf/${id}` });
    },
    onError: notifyFailed,
  });
  return (
    <CutEditor
      title={t("turf.editTitle")}
      back={
        <Anchor component={Link} to={`/turf/${id}`} size="sm" c="dimmed">
          {name}
        </Anchor>
      }
      begin={{ name, category, color, description: description ?? "", isPublic, geometry, completionPercentage }}
      exceptId={id}
      isLocked={isOfficial}
      isSaving={save.isPending}
      onSave={(written) => save.mutate({ id, ...written })}
      onCancel={() => void navigate({ to: `/turf/${id}` })}
    />
  );
};
