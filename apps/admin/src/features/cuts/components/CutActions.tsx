import { Button } from "@mantine/core";
import type { CutDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconCopy, IconPencil, IconScissors, IconTrash } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { notifyUndo } from "../../../shell/notify-undo";
import { TurfSheetButton } from "../../sheets";

/** What may be done with one turf; a deleted one can be brought back. */
export const CutActions = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  const { can, canEverywhere } = useSession();
  const navigate = useNavigate();
  const cache = api.useUtils();
  const { id, name } = cut;
  const restore = api.map.cuts.restore.useMutation({
    onSuccess: async () => {
      notifyDone(t("turf.restored", { name }));
      await cache.map.cuts.invalidate();
      await navigate({ to: `/turf/${id}` });
    },
    onError: notifyFailed,
  });
  const remove = api.map.cuts.remove.useMutation({
    onSuccess: async () => {
      notifyUndo({ message: t("turf.deleted", { name }), label: t("turf.undo"), onUndo: () => restore.mutate({ id }) });
      await navigate({ to: "/turf" });
      await cache.map.cuts.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <>
      <Button
        variant="subtle"
        color="brick"
        leftSection={<IconTrash size={16} />}
        loading={remove.isPending}
        onClick={() => remove.mutate({ id })}
      >
        {t("turf.delete")}
      </Button>
      {canEverywhere("cut.edit") && (
        <Button component={Link} to="/turf/new" search={{ from: id } as never} variant="default" leftSection={<IconCopy size={16} />}>
          {t("turf.copy")}
        </Button>
      )}
      {canEverywhere("cut.edit") && (
        <Button component={Link} to={`/turf/${id}/cut`} variant="default" leftSection={<IconScissors size={16} />}>
          {t("autoCut.cut")}
        </Button>
      )}
      {can("shift.edit") && <TurfSheetButton cut={cut} />}
      <Button component={Link} to={`/turf/${id}/edit`} variant="default" leftSection={<IconPencil size={16} />}>
        {t("turf.edit")}
      </Button>
    </>
  );
};
