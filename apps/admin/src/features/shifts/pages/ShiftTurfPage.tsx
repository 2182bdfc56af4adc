import { Button, Group, Stack } from "@mantine/core";
import type { ShiftDetail } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPrinter } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { BackLink } from "../../../shell/BackLink";
import { QueryState } from "../../../shell/QueryState";
import { type MarkedTurf, markTurfs } from "../components/turf-desk/marked-turfs";
import classes from "../components/turf-desk/TurfDesk.module.css";
import { TurfLetter } from "../components/turf-desk/TurfLetter";
import { TurfMap } from "../components/turf-desk/TurfMap";

/** Who has what on one sheet: to be looked at from across the room, or printed and pinned to the wall. */
export const ShiftTurfPage = () => {
  const { id = "" }: { id?: string } = useParams({ strict: false });
  const query = api.map.shifts.get.useQuery({ id }, { refetchInterval: 15_000 });
  return <QueryState query={query}>{(shift) => <Sheet shift={shift} />}</QueryState>;
};

const Sheet = ({ shift }: { shift: ShiftDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const turfs = useMemo(() => markTurfs(shift.turfs), [shift.turfs]);
  const here = turfs.filter(({ returnedAt }) => returnedAt === null);
  return (
    <>
      <PageHeader
        title={t("turfDesk.overviewTitle", { shift: shift.title })}
        lead={`${formats.day(shift.date)}, ${shift.startTime}–${shift.endTime}`}
        back={<BackLink to={`/shifts/${shift.id}`}>{shift.title}</BackLink>}
        actions={
          <Button data-screen-only variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t("turfDesk.printAll")}
          </Button>
        }
      />
      <Stack gap="lg">
        <TurfMap shiftId={shift.id} turfs={turfs} height={460} />
        <div style={{ overflowX: "auto" }}>
          <table className={classes.sheet}>
            <thead>
              <tr>
                <th scope="col">{t("turfDesk.area")}</th>
                <th scope="col">{t("turfDesk.to")}</th>
                <th scope="col">{t("turfDesk.phone")}</th>
                <th scope="col">{t("turfDesk.done")}</th>
              </tr>
            </thead>
            <tbody>
              {(here.length === 0 ? turfs : here).map((turf) => (
                <Row key={turf.id} turf={turf} shift={shift} />
              ))}
            </tbody>
          </table>
        </div>
      </Stack>
    </>
  );
};

const Row = ({ turf, shift }: { turf: MarkedTurf; shift: ShiftDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const phones = turf.people.map(({ userId }) => shift.signups.find((signup) => signup.userId === userId)?.userPhone ?? "–");
  return (
    <tr>
      <td>
        <Group gap="sm" wrap="nowrap">
          <TurfLetter turf={turf} /> <span>{turf.cutName}</span>
        </Group>
      </td>
      <td>{turf.people.length === 0 ? t("turfDesk.nobody") : turf.people.map(({ userId, name }) => <div key={userId}>{name}</div>)}</td>
      <td className={classes.number}>
        {phones.map((phone, place) => (
          <div key={turf.people[place]?.userId}>{phone}</div>
        ))}
      </td>
      <td className={classes.number}>{t("turfDesk.progress", { done: formats.number(turf.done), doors: formats.number(turf.doors) })}</td>
    </tr>
  );
};
