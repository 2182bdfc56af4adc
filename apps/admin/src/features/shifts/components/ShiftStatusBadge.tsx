import type { ShiftStatus } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";

const toneOf: Record<ShiftStatus, StatusTone> = { OPEN: "good", FULL: "calm", CANCELLED: "danger" };

export const ShiftStatusBadge = ({ status }: { status: ShiftStatus }) => {
  const { t } = useTranslation();
  return <StatusBadge tone={toneOf[status]}>{t(`shifts.status.${status}`)}</StatusBadge>;
};
