import { useForm } from "@mantine/form";
import { type Locale, otherLocale, type Translations } from "@cml/domain/kernel";
import { daySchema, type ShiftDetail, type ShiftKind, type ShiftRepeat, wallTimeSchema } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";

export type ShiftFormValues = {
  title: string;
  description: string;
  /** The same three in the organisation's other language. */
  titleOther: string;
  descriptionOther: string;
  locationOther: string;
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

/** A series ends on a day, or after so many times. */
export type RepeatValues = {
  rhythm: "NONE" | ShiftRepeat["rhythm"];
  weekdays: string[];
  ends: "until" | "times";
  until: string | null;
  times: number;
};

const noRepeat: RepeatValues = { rhythm: "NONE", weekdays: [], ends: "until", until: null, times: 4 };

const newShift: ShiftFormValues = {
  title: "",
  description: "",
  titleOther: "",
  descriptionOther: "",
  locationOther: "",
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

/** A new shift on the day, and from the hour, that was pressed in a calendar. */
export const newShiftAt = (date: unknown, time: unknown): ShiftFormValues => {
  const day = daySchema.safeParse(date);
  const start = wallTimeSchema.safeParse(time);
  return {
    ...newShift,
    ...(day.success ? { date: day.data } : {}),
    ...(start.success
      ? { startTime: start.data, endTime: `${String(Math.min(23, Number(start.data.slice(0, 2)) + 2)).padStart(2, "0")}:30` }
      : {}),
  };
};

/** A shift as its form shows it. */
export const shiftValuesOf = (shift: ShiftDetail, other: Locale): ShiftFormValues => ({
  title: shift.title,
  description: shift.description ?? "",
  titleOther: shift.translations?.[other]?.["title"] ?? "",
  descriptionOther: shift.translations?.[other]?.["description"] ?? "",
  locationOther: shift.translations?.[other]?.["location"] ?? "",
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
      repeat: ({ rhythm, ends, until }) => (rhythm !== "NONE" && ends === "until" && until === null ? t("form.required") : null),
    },
  });
};
export type ShiftForm = ReturnType<typeof useShiftForm>;

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

type Kept = {
  defaultLocale: Locale;
  /** What stands there already: the reason of a cancelled shift is kept. */ translations: Translations | null;
};

/** What is sent, without how it repeats; null while no day is chosen. */
export const shiftInputOf = (
  { date, repeat: _repeat, titleOther, descriptionOther, locationOther, ...values }: ShiftFormValues,
  { defaultLocale, translations }: Kept,
) =>
  date === null
    ? null
    : {
        ...values,
        translations: translationsWith(translations, otherLocale(defaultLocale), {
          title: titleOther,
          description: descriptionOther,
          location: locationOther,
        }),
        date,
        description: orNull(values.description),
        location: orNull(values.location),
        contactName: orNull(values.contactName),
        contactPhone: orNull(values.contactPhone),
        contactEmail: orNull(values.contactEmail),
      };

const translationsWith = (before: Translations | null, other: Locale, texts: Record<string, string>): Translations | null => {
  const kept = Object.entries({ ...before?.[other], ...texts }).flatMap(([field, text]) =>
    text.trim() === "" ? [] : [[field, text.trim()] as const],
  );
  return kept.length === 0 ? null : { [other]: Object.fromEntries(kept) };
};

export const repeatInputOf = ({ repeat: { rhythm, weekdays, ends, until, times } }: ShiftFormValues): ShiftRepeat | null => {
  if (rhythm === "NONE") return null;
  return {
    rhythm,
    weekdays: rhythm === "WEEKLY" ? weekdays.map(Number) : [],
    ...(ends === "until" ? { until, times: null } : { until: null, times }),
  };
};
