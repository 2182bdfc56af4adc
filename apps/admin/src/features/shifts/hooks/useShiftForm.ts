import { useForm } from "@mantine/form";
import type { ShiftKind } from "@cml/domain/map";
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
  isPublic: boolean;
  cutId: string | null;
};

export const newShift: ShiftFormValues = {
  title: "",
  description: "",
  date: null,
  startTime: "18:00",
  endTime: "20:30",
  location: "",
  kind: "CANVASS",
  maxVolunteers: 6,
  isPublic: true,
  cutId: null,
};

export const useShiftForm = (initialValues: ShiftFormValues) => {
  const { t } = useTranslation();
  return useForm<ShiftFormValues>({
    initialValues,
    validate: {
      title: (value) => (value.trim() === "" ? t("form.required") : null),
      date: (value) => (value === null ? t("form.required") : null),
    },
  });
};
export type ShiftForm = ReturnType<typeof useShiftForm>;

/** What is sent; null while no day is chosen. */
export const shiftInputOf = ({ date, description, location, ...values }: ShiftFormValues) =>
  date === null ? null : { ...values, date, description: description.trim() || null, location: location.trim() || null };
