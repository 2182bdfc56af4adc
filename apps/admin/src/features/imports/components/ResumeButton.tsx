import { Button, type ButtonProps } from "@mantine/core";
import { canResumeImport, type ImportRunView } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlayerPlay } from "@tabler/icons-react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";

type Props = { run: ImportRunView; size?: ButtonProps["size"]; variant?: ButtonProps["variant"] };

/** Goes on with a run that was stopped or failed, where it stands; a comparison is made anew. */
export const ResumeButton = ({ run, size, variant }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const resume = api.map.imports.resume.useMutation({
    onSuccess: async (view) => {
      cache.map.imports.get.setData({ id: run.id }, view);
      await cache.map.imports.list.invalidate();
    },
    onError: notifyFailed,
  });
  if (!canResumeImport(run)) return null;
  // A file nobody could read is mostly answered with another one; it may be tried again all the same.
  const isFresh = run.status === "FAILED" && run.counts.read === 0;
  return (
    <Button
      size={size}
      variant={variant ?? (isFresh ? "default" : "filled")}
      loading={resume.isPending}
      leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
      onClick={() => resume.mutate({ importId: run.id })}
    >
      {t(run.isComparison ? "imports.compareAgain" : isFresh ? "imports.tryAgain" : "imports.goOn")}
    </Button>
  );
};
