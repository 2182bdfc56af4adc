import { isReportOpen, type ResponseDesk, type ResponseView } from "@cml/domain/influence";

/** Whether a response still belongs to the pile it was found on, so that it waits for somebody there. */
export const isOnPile = (
  response: Pick<ResponseView, "status" | "disputedAt" | "moderatedAt" | "officeReply">,
  pile: ResponseDesk,
): boolean => {
  const { status, disputedAt, officeReply } = response;
  if (pile === "DISPUTED") return isReportOpen(response);
  if (pile === "OFFICE_REPLY") return officeReply?.status === "PENDING";
  if (pile === "REJECTED") return status === pile && !isReportOpen(response);
  return status === pile && (pile !== "APPROVED" || disputedAt === null);
};

type Decided = { id: string; isOpen: boolean };

/** Where to go after a decision: to the next that waits, behind or else before; null when nothing does. */
export const nextOpen = (items: readonly Decided[], from: string): string | null => {
  const at = items.findIndex(({ id }) => id === from);
  const open = (one: Decided) => one.isOpen && one.id !== from;
  return (items.slice(at + 1).find(open) ?? items.slice(0, Math.max(0, at)).find(open))?.id ?? null;
};
