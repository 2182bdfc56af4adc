import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";

export type Need = { id: string; text: string; action: string; to: string; search?: Record<string, string>; urgent: boolean };

/** What waits for somebody, from what the account may see; most pressing first. */
export const useNeeds = (): { needs: Need[]; isLoading: boolean } => {
  const { t } = useTranslation();
  const { can, canEverywhere } = useSession();
  const formats = useSiteFormats();
  const setup = api.settings.siteSettings.setup.useQuery(undefined, { enabled: can("settings.edit") });
  const drafts = api.influence.campaigns.list.useQuery({ status: "DRAFT", pageSize: 5 }, { enabled: can("campaign.edit") });
  const shifts = api.map.shifts.list.useQuery({ upcomingOnly: true, pageSize: 20 }, { enabled: can("shift.view") });
  const held = api.canvass.visits.list.useQuery({ heldOnly: true, pageSize: 1 }, { enabled: can("visit.view") });
  const responses = api.influence.responses.list.useQuery({ limit: 1 }, { enabled: can("response.moderate") });
  const stats = api.map.locations.stats.useQuery(undefined, { enabled: canEverywhere("location.edit") });
  const mapWork = api.map.geocoding.work.useQuery(undefined, { enabled: canEverywhere("location.edit") });

  const needs: Need[] = [];
  if (setup.data !== undefined && setup.data.next !== null)
    needs.push({ id: "setup", text: t("home.needs.setup"), action: t("home.actions.setup"), to: "/welcome", urgent: true });
  for (const shift of shifts.data?.items ?? []) {
    const missing = shift.maxVolunteers - shift.currentVolunteers;
    if (shift.status === "OPEN" && missing > 0)
      needs.push({
        id: shift.id,
        text: t("home.needs.shift", { title: shift.title, day: formats.day(shift.date), time: shift.startTime, count: missing }),
        action: t("home.actions.shift"),
        to: `/shifts/${shift.id}`,
        urgent: false,
      });
  }
  if ((held.data?.total ?? 0) > 0)
    needs.push({
      id: "held",
      text: t("home.needs.held", { count: held.data?.total ?? 0 }),
      action: t("home.actions.held"),
      to: "/visits",
      urgent: true,
    });
  const { DISPUTED: disputed = 0, PENDING: pending = 0, OFFICE_REPLY: replies = 0 } = responses.data?.counts ?? {};
  for (const [id, pile, count] of [
    ["disputed", "DISPUTED", disputed],
    ["responses", "PENDING", pending],
    ["officeReplies", "OFFICE_REPLY", replies],
  ] as const)
    if (count > 0)
      needs.push({
        id,
        text: t(`home.needs.${id}`, { count }),
        action: t("home.actions.responses"),
        to: "/responses",
        search: { pile },
        urgent: id === "disputed",
      });
  for (const draft of drafts.data?.items ?? [])
    needs.push({
      id: draft.id,
      text: t("home.needs.draft", { title: draft.title }),
      action: t("home.actions.draft"),
      to: `/campaigns/${draft.id}`,
      urgent: false,
    });
  // The figures may stand in the cache for another part of the page.
  const duplicates = canEverywhere("location.edit") ? (stats.data?.possibleDuplicates ?? 0) : 0;
  if (duplicates > 0)
    needs.push({
      id: "duplicates",
      text: t("home.needs.duplicates", { count: duplicates }),
      action: t("home.actions.duplicates"),
      to: "/doors/duplicates",
      urgent: false,
    });
  const waits = canEverywhere("location.edit") ? mapWork.data : undefined;
  for (const [id, to, count] of [
    ["unplaced", "/data-quality/unplaced", waits?.unplaced ?? 0],
    ["weak", "/data-quality/weak", waits?.weak ?? 0],
    ["unmatched", "/imports/unmatched", waits?.unmatched ?? 0],
  ] as const)
    if (count > 0) needs.push({ id, text: t(`home.needs.${id}`, { count }), action: t(`home.actions.${id}`), to, urgent: false });
  const isLoading = [setup, drafts, shifts, held, responses, stats, mapWork].some((query) => query.isLoading);
  return { needs: needs.sort((a, b) => Number(b.urgent) - Number(a.urgent)), isLoading };
};
