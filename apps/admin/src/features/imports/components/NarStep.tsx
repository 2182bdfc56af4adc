import {
  Alert,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  TagsInput,
  Text,
  Title,
} from "@mantine/core";
import type { FieldRule, NarFilter, NarInspection, NarPart, NarSourceInput } from "@cml/domain/map";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { FieldRules } from "./FieldRules";
import { megabytes, NarSource } from "./NarSource";

const everything: NarFilter = {
  provinces: [],
  municipalities: [],
  postalCodes: [],
  federalDistricts: [],
  cutId: null,
  residentialOnly: false,
};

/** The national register: where it lies, which part of it, and what that costs, before anything is fetched. */
export const NarStep = ({ onStarted }: { onStarted: (id: string) => void }) => {
  const [source, setSource] = useState<NarSourceInput | null>(null);
  return (
    <Paper withBorder radius="md" p="lg" maw={920}>
      {source === null ? (
        <NarSource onChosen={setSource} />
      ) : (
        <Parts source={source} onBack={() => setSource(null)} onStarted={onStarted} />
      )}
    </Paper>
  );
};

type PartsProps = { source: NarSourceInput; onBack: () => void; onStarted: (id: string) => void };

const Parts = ({ source, onBack, onStarted }: PartsProps) => {
  const { t } = useTranslation();
  const query = api.map.register.inspect.useQuery(source, { staleTime: Infinity, retry: false, refetchOnWindowFocus: false });
  return (
    <Stack gap="lg">
      <QueryState query={query}>{(data) => <Choose source={source} inspection={data} onStarted={onStarted} />}</QueryState>
      <div>
        <Button variant="default" onClick={onBack}>
          {t("imports.back")}
        </Button>
      </div>
    </Stack>
  );
};

type ChooseProps = { source: NarSourceInput; inspection: NarInspection; onStarted: (id: string) => void };

const Choose = ({ source, inspection, onStarted }: ChooseProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const { parts, release } = inspection;
  const named = parts.filter(({ province }) => province !== null);
  const [filter, setFilter] = useState<NarFilter>(() => ({ ...everything, provinces: named.length === 1 ? provincesOf(named) : [] }));
  const [overwrite, setOverwrite] = useState<FieldRule[]>([]);
  const change = (changes: Partial<NarFilter>) => setFilter((before) => ({ ...before, ...changes }));
  const start = api.map.register.create.useMutation({
    onSuccess: async ({ id }) => {
      await cache.map.imports.list.invalidate();
      onStarted(id);
    },
    onError: notifyFailed,
  });
  // Files whose name says no province may hold any: they are always read.
  const wanted = parts.filter(({ province }) => province === null || filter.provinces.includes(province));
  const canStart = named.length === 0 || filter.provinces.length > 0;
  const sum = (of: (part: NarPart) => number) => wanted.reduce((total, part) => total + of(part), 0);
  const begin = (isComparison: boolean) => start.mutate({ source, filter, overwrite, isComparison });
  return (
    <Stack gap="lg">
      {release !== null && (
        <Text size="sm" c="dimmed">
          {t("imports.nar.release", { release })}
        </Text>
      )}
      {named.length > 0 && (
        <Checkbox.Group
          label={t("imports.nar.provinces")}
          value={filter.provinces}
          onChange={(provinces) => change({ provinces, municipalities: [] })}
        >
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" mt={8}>
            {named.map(({ province, packedBytes, estimatedRows, estimatedSeconds }) => (
              <Checkbox
                key={province}
                value={province ?? ""}
                label={province}
                description={`${t("imports.nar.size", { size: megabytes(packedBytes, formats.number) })} · ${t("imports.nar.rows", { rows: formats.number(estimatedRows) })} · ${t("imports.nar.time", { time: formats.duration(estimatedSeconds) })}`}
              />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
      )}
      <Narrow source={source} filter={filter} onChange={change} />
      {canStart ? (
        <Text size="sm" role="status">
          {t("imports.nar.total", {
            size: megabytes(sum((part) => part.packedBytes), formats.number), // prettier-ignore
            rows: formats.number(sum((part) => part.estimatedRows)),
            time: formats.duration(sum((part) => part.estimatedSeconds)),
          })}
        </Text>
      ) : (
        <Alert color="amber">{t("imports.nar.chooseProvince")}</Alert>
      )}
      <FieldRules overwrite={overwrite} onChange={setOverwrite} />
      <Text size="xs" c="dimmed">
        {t("imports.nar.licence")}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" disabled={!canStart || start.isPending} onClick={() => begin(false)}>
          {t("imports.skipCompare")}
        </Button>
        <Button disabled={!canStart} loading={start.isPending} onClick={() => begin(true)}>
          {t("imports.compare")}
        </Button>
      </Group>
    </Stack>
  );
};

const provincesOf = (parts: readonly NarPart[]): string[] => parts.flatMap(({ province }) => (province === null ? [] : [province]));

type NarrowProps = { source: NarSourceInput; filter: NarFilter; onChange: (changes: Partial<NarFilter>) => void };

const Narrow = ({ source, filter, onChange }: NarrowProps) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const [province] = filter.provinces;
  const places = api.map.register.places.useQuery(
    { source, province: province ?? "" },
    { enabled: source.kind !== "remote" && province !== undefined && filter.provinces.length === 1, staleTime: Infinity, retry: false },
  );
  const districts = api.map.register.districts.useQuery(undefined, { staleTime: Infinity });
  const cuts = api.map.cuts.boundaries.useQuery(undefined, { staleTime: 60_000 });
  // A register that lies elsewhere, or several provinces of it, is not read to name its towns: those of our own buildings are offered.
  const known = api.map.locations.choices.useQuery(undefined, { enabled: places.data === undefined, staleTime: 60_000 });
  const towns = [...new Set(places.data?.municipalities.map(({ name }) => name) ?? known.data?.municipalities)];
  const ridings = (districts.data ?? []).filter(
    (district) => filter.provinces.length === 0 || filter.provinces.includes(district.province),
  );
  return (
    <div>
      <Title order={2} fz={16} mb="sm">
        {t("imports.nar.narrow")}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: "end" }}>
        <TagsInput
          label={t("imports.nar.towns")}
          description={t("imports.nar.townsHint")}
          data={towns}
          limit={50}
          value={filter.municipalities}
          onChange={(municipalities) => onChange({ municipalities })}
        />
        <MultiSelect
          label={t("imports.nar.districts")}
          data={ridings.map(({ code, en, fr }) => ({ value: code, label: locale === "fr" ? fr : en }))}
          value={filter.federalDistricts}
          onChange={(federalDistricts) => onChange({ federalDistricts })}
          searchable
          limit={60}
        />
        <TagsInput
          label={t("imports.nar.postal")}
          description={t("imports.nar.postalHint")}
          splitChars={[",", ";"]}
          value={filter.postalCodes}
          onChange={(postalCodes) => onChange({ postalCodes })}
        />
        <Select
          label={t("imports.nar.cut")}
          data={(cuts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.cutId}
          onChange={(cutId) => onChange({ cutId })}
          searchable
          clearable
        />
        <Switch
          label={t("imports.nar.residential")}
          checked={filter.residentialOnly}
          onChange={(event) => onChange({ residentialOnly: event.currentTarget.checked })}
        />
      </SimpleGrid>
    </div>
  );
};
