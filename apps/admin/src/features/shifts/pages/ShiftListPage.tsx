import { Button, SegmentedControl } from "@mantine/core";
import { shiftStatuses } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconCalendarMonth, IconCalendarWeek, IconList, IconPhoneCall, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSession } from "../../../session/useSession";
import { oneOf, pageOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { ShiftCalendar } from "../components/calendar/ShiftCalendar";
import { ExportMenu } from "../components/ExportMenu";
import { ShiftList } from "../components/ShiftList";
import { ViewLabel } from "../components/ViewLabel";
import { shiftViews } from "../model/calendar";

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Shifts as a list, a month or a week; which one, and when, stands in the address. */
export const ShiftListPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [search, setSearch] = usePageSearch((raw) => ({
    view: oneOf(shiftViews, raw["view"]),
    day: dayPattern.test(textOf(raw["day"])) ? textOf(raw["day"]) : null,
    q: textOf(raw["q"]),
    status: oneOf(shiftStatuses, raw["status"]),
    page: pageOf(raw["page"]),
  }));
  const view = search.view ?? "list";
  const create = can("shift.edit") && (
    <Button component={Link} to="/shifts/new" leftSection={<IconPlus size={17} />}>
      {t("shifts.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("shifts.title")}
        lead={t("shifts.lead")}
        actions={
          <>
            {can("shift.edit") && <ExportMenu />}
            {can("shift.edit") && (
              <Button component={Link} to="/shifts/calls" variant="default" leftSection={<IconPhoneCall size={17} />}>
                {t("shiftCalls.open")}
              </Button>
            )}
            {create}
          </>
        }
      />
      <SegmentedControl
        mb="md"
        size="sm"
        aria-label={t("shiftCalendar.view")}
        value={view}
        onChange={(value) => setSearch({ view: oneOf(shiftViews, value === "list" ? "" : value), page: 1 })}
        data={[
          { value: "list", label: <ViewLabel icon={IconList} text={t("shiftCalendar.views.list")} /> },
          { value: "month", label: <ViewLabel icon={IconCalendarMonth} text={t("shiftCalendar.views.month")} /> },
          { value: "week", label: <ViewLabel icon={IconCalendarWeek} text={t("shiftCalendar.views.week")} /> },
        ]}
      />
      {view === "list" ? (
        <ShiftList search={search} setSearch={setSearch} create={create} />
      ) : (
        <ShiftCalendar view={view} day={search.day} onChange={setSearch} />
      )}
    </>
  );
};
