import type { TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../../api";
import { notifyFailed } from "../../../../shell/notify";
import { PrintSheetModal } from "../../../sheets";

/** A turf of a shift on paper. */
export const SheetModal = ({ turf, onClose }: { turf: TurfAssignment; onClose: () => void }) => {
  const { t } = useTranslation();
  const print = api.map.walkSheets.print.useMutation({ onError: notifyFailed });
  return (
    <PrintSheetModal
      name={turf.cutName}
      text={t("turfDesk.printText")}
      made={print.data}
      isPending={print.isPending}
      onPrint={(paper) => print.mutate({ ...paper, assignmentId: turf.id })}
      onClose={onClose}
    />
  );
};
