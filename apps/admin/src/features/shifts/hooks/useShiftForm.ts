import { useForm } from "@mantine/form";
import type { ShiftDetail, ShiftKind, ShiftRepeat } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";

export type ShiftFormValues = {
  title: string;
  description: string;
  /** Day in the organisation's zone, `2026-11-22`. */
  date: string | null;
  startTime: string;
  endTime: string;
  location: string;
  kind: ShiftKind;
  maxVolunteers: number;
  openPlaces: number;
  captainUserId: string | null;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  isPublic: boolean;
  cutId: string | null;
  repeat: RepeatValues;
};

export type RepeatValues = { rhythm: "NONE" | ShiftRepeat["rhythm"]; weekdays: string[]; until: string | null };

const noRepeat: RepeatValues = { rhythm: "NONE", weekdays: [], until: null };

export const newShift: ShiftFormValues = {
  title: "",
  description: "",
  date: null,
  startTime: "18:00",
  endTime: "20:30",
  location: "",
  kind: "CANVASS",
  maxVolunteers: 6,
  openPlaces: 9,
  captainUserId: null,
  contactName: "",
  contactPhone: "",
  contactEmail: "",
  isPublic: true,
  cutId: null,
  repeat: noRepeat,
};

/** A shift as its form shows it. */
export const shiftValuesOf = (shift: ShiftDetail): ShiftFormValues => ({
  title: shift.title,
  description: shift.description ?? "",
  date: shift.date,
  startTime: shift.startTime,
  endTime: shift.endTime,
  location: shift.location ?? "",
  kind: shift.kind,
  maxVolunteers: shift.maxVolunteers,
  openPlaces: shift.openPlaces,
  captainUserId: shift.captainUserId,
  contactName: shift.contactName ?? "",
  contactPhone: shift.contactPhone ?? "",
  contactEmail: shift.contactEmail ?? "",
  isPublic: shift.isPublic,
  cutId: shift.cutId,
  repeat: noRepeat,
});

export const useShiftForm = (initialValues: ShiftFormValues) => {
  const { t } = useTranslation();
  return useForm<ShiftFormValues>({
    initialValues,
    validate: {
      title: (value) => (value.trim() === "" ? t("form.required") : null),
      date: (value) => (value === null ? t("form.required") : null),
      openPlaces: (value, { maxVolunteers }) => (value < maxVolunteers ? t("shiftDesk.openBelowNeeded") : null),
      repeat: ({ rhythm, until }) => (rhythm !== "NONE" && until === null ? t("form.required") : null),
    },
  });
};
export type ShiftForm = ReturnType<typeof useShiftForm>;

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** What is sent, without how it repeats; null while no day is chosen. */
export const shiftInputOf = ({ date, repeat: _repeat, ...values }: ShiftFormValues) =>
  date === null
    ? null
    : {
        ...values,
        date,
        description: orNull(values.description),
        location: orNull(values.location),
        contactName: orNull(values.contactName),
        contactPhone: orNull(values.contactPhone),
        contactEmail: orNull(values.contactEmail),
      };

export const repeatInputOf = ({ repeat: { rhythm, weekdays, until } }: ShiftFormValues): ShiftRepeat | null =>
  rhythm === "NONE" ? null : { rhythm, weekdays: weekdays.map(Number), until, times: null };
