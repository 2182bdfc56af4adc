import { Anchor, Button, Checkbox, Group, NumberInput, SegmentedControl, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { doorsIn, type TurfPlanArea, type TurfPlanOptions, usualPace } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useSiteFormats } from "../../../../session/useSite";

type Values = {
  by: "doors" | "minutes";
  doors: number;
  hours: number;
  minutesADoor: number;
  kmh: number;
  keepPolls: boolean;
  water: boolean;
  rail: boolean;
  roads: boolean;
};
const kinds = ["water", "rail", "roads"] as const;

type Props = { area: TurfPlanArea; isStarting: boolean; onStart: (options: TurfPlanOptions) => void };

/** How large turfs should be, and what they may not cross. */
export const AutoCutForm = ({ area, isStarting, onStart }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const form = useForm<Values>({
    initialValues: { by: "doors", doors: 60, hours: 2, ...usualPace, keepPolls: false, water: true, rail: true, roads: true },
    validate: {
      doors: (value) => (value >= 5 && value <= 1_000 ? null : t("form.required")),
      hours: (value) => (value >= 0.25 && value <= 12 ? null : t("form.required")),
      minutesADoor: (value) => (value >= 0.25 && value <= 15 ? null : t("form.required")),
      kmh: (value) => (value >= 1 && value <= 8 ? null : t("form.required")),
    },
  });
  const { by, doors, hours, minutesADoor, kmh } = form.values;
  const each = doorsIn((hours || 2) * 60, { minutesADoor: minutesADoor || usualPace.minutesADoor, kmh: kmh || usualPace.kmh });
  const { barriers } = area;
  const countOf = (kind: (typeof kinds)[number]): number => barriers[kind === "roads" ? "road" : kind];
  const linesOf = (count: number): string => (count === 0 ? t("autoCut.noLines") : t("autoCut.lines", { count }));
  return (
    <form
      id="auto-cut"
      noValidate
      onSubmit={form.onSubmit(({ by: unit, doors: many, hours, minutesADoor, kmh, ...rest }) =>
        onStart({
          target: unit === "doors" ? { by: unit, amount: many } : { by: unit, amount: Math.round(hours * 60) },
          pace: { minutesADoor, kmh },
          ...rest,
        }),
      )}
    >
      <Stack gap="lg">
        <Text size="sm">{t("autoCut.lead")}</Text>
        <div>
          <SegmentedControl
            fullWidth
            aria-label={t("autoCut.by")}
            data={[
              { value: "doors", label: t("autoCut.byDoors") },
              { value: "minutes", label: t("autoCut.byMinutes") },
            ]}
            {...form.getInputProps("by")}
          />
          {by === "doors" ? (
            <NumberInput mt="sm" label={t("autoCut.doorsEach")} min={5} max={1_000} step={5} {...form.getInputProps("doors")} />
          ) : (
            <>
              <NumberInput mt="sm" label={t("autoCut.hoursEach")} min={0.25} max={12} step={0.5} {...form.getInputProps("hours")} />
              <Group grow mt="sm" align="flex-start">
                <NumberInput
                  label={t("autoCut.minutesADoor")}
                  description={t("autoCut.minutesADoorHint")}
                  min={0.25}
                  max={15}
                  step={0.5}
                  inputWrapperOrder={["label", "input", "description", "error"]}
                  {...form.getInputProps("minutesADoor")}
                />
                <NumberInput
                  label={t("autoCut.kmh")}
                  description={t("autoCut.kmhHint")}
                  min={1}
                  max={8}
                  step={0.5}
                  inputWrapperOrder={["label", "input", "description", "error"]}
                  {...form.getInputProps("kmh")}
                />
              </Group>
            </>
          )}
          <Text size="sm" c="dimmed" mt={6}>
            {by === "doors"
              ? t("autoCut.about", { doors: formats.number(area.doors), turfs: formats.number(Math.max(1, Math.round(area.doors / (doors || 60)))) }) // prettier-ignore
              : t("autoCut.aboutTime", {
                  doors: formats.number(area.doors),
                  each: formats.number(each),
                  turfs: formats.number(Math.max(1, Math.round(area.doors / each))),
                })}
          </Text>
        </div>
        {area.polls > 0 && (
          <Checkbox
            label={t("autoCut.polls")}
            description={t("autoCut.pollsHint")}
            {...form.getInputProps("keepPolls", { type: "checkbox" })}
          />
        )}
        <Checkbox.Group
          label={t("autoCut.stops")}
          value={kinds.filter((kind) => form.values[kind] && countOf(kind) > 0)}
          onChange={(chosen) => form.setValues(Object.fromEntries(kinds.map((kind) => [kind, chosen.includes(kind)])))}
        >
          <Stack gap="xs" mt="xs">
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                value={kind}
                label={t(`autoCut.${kind}`)}
                description={linesOf(countOf(kind))}
                disabled={countOf(kind) === 0}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {barriers.water + barriers.rail + barriers.road === 0 && (
          <Anchor component={Link} to="/doors/import" search={{ kind: "lines" } as never} size="sm">
            {t("autoCut.importLines")}
          </Anchor>
        )}
        <Button type="submit" loading={isStarting} disabled={area.doors === 0}>
          {t("autoCut.go")}
        </Button>
      </Stack>
    </form>
  );
};
