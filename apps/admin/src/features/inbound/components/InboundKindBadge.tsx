import type { InboundKind } from "@cml/domain/influence";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";

const toneOf: Record<InboundKind, StatusTone> = {
  REPLY: "good",
  AUTO_REPLY: "calm",
  DELAY: "calm",
  BOUNCE: "danger",
  UNSORTED: "attention",
};

/** What a mail is; one a person put aside no longer asks for anything. */
export const InboundKindBadge = ({ kind, isHandled }: { kind: InboundKind; isHandled: boolean }) => {
  const { t } = useTranslation();
  return <StatusBadge tone={kind === "UNSORTED" && isHandled ? "calm" : toneOf[kind]}>{t(`influence:inbound.kinds.${kind}`)}</StatusBadge>;
};
