import { Button, Checkbox, Group, Paper, Select, Stack, Text, TextInput } from "@mantine/core";
import { noTurfFilter, type TurfFacets, type TurfFilter } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { QueryState } from "../../../../shell/QueryState";
import { SupportChoice } from "./SupportChoice";
import { useWithCount } from "./useWithCount";

type Props = { cutId: string; canEdit: boolean };

/** Which of a turf's doors are handed out: from the next time on, never under somebody who walks. */
export const TurfFilterPanel = ({ cutId, canEdit }: Props) => {
  const { t } = useTranslation();
  const query = api.map.turfFilters.get.useQuery({ cutId });
  return (
    <Paper withBorder radius="md" p="md">
      <Text size="sm" fw={600}>
        {t("turfFilter.title")}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t("turfFilter.lead")}
      </Text>
      <QueryState query={query}>{(filter) => <FilterForm cutId={cutId} kept={filter} canEdit={canEdit} />}</QueryState>
    </Paper>
  );
};

const FilterForm = ({ cutId, kept, canEdit }: Props & { kept: TurfFilter }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [filter, setFilter] = useState(kept);
  const change = (part: Partial<TurfFilter>) => setFilter((before) => ({ ...before, ...part }));
  const isChanged = JSON.stringify(filter) !== JSON.stringify(kept);
  const save = api.map.turfFilters.set.useMutation({
    onSuccess: async () => {
      notifyDone(t("turfFilter.saved"));
      await cache.map.turfFilters.invalidate();
    },
    onError: notifyFailed,
  });
  // What stands stays while the next count is on its way: a number that jumps to nothing and back is read as nothing.
  const { data: facets } = api.map.turfFilters.facets.useQuery({ cutId, filter }, { placeholderData: (before) => before });
  const languages = useLanguages(facets);
  const withCount = useWithCount();
  return (
    <Stack gap="sm">
      <Group gap="lg">
        <Checkbox
          label={withCount(t("turfFilter.residentialOnly"), facets?.residentialOnly)}
          checked={filter.residentialOnly}
          disabled={!canEdit}
          onChange={(event) => change({ residentialOnly: event.currentTarget.checked })}
        />
        <Checkbox
          label={withCount(t("turfFilter.comeBack"), facets?.comeBack)}
          checked={filter.comeBack}
          disabled={!canEdit}
          onChange={(event) => change({ comeBack: event.currentTarget.checked })}
        />
        <Checkbox
          label={withCount(t("turfFilter.wantsSign"), facets?.wantsSign)}
          checked={filter.wantsSign}
          disabled={!canEdit}
          onChange={(event) => change({ wantsSign: event.currentTarget.checked })}
        />
      </Group>
      <SupportChoice value={filter.support} counts={facets?.support} disabled={!canEdit} onChange={(support) => change({ support })} />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          type="date"
          label={t("turfFilter.notReachedSince")}
          miw={170}
          value={filter.notReachedSince ?? ""}
          readOnly={!canEdit}
          onChange={(event) => change({ notReachedSince: event.currentTarget.value === "" ? null : event.currentTarget.value })}
        />
        <Select
          label={t("turfFilter.language")}
          placeholder={t("turfFilter.anyLanguage")}
          data={languages}
          miw={170}
          searchable
          clearable
          value={filter.language}
          disabled={!canEdit}
          onChange={(language) => change({ language })}
        />
      </Group>
      <Counted cutId={cutId} filter={filter} />
      {canEdit && (
        <Group justify="flex-end">
          {isChanged && (
            <Button variant="subtle" onClick={() => setFilter(kept)}>
              {t("actions.cancel")}
            </Button>
          )}
          {!isChanged && JSON.stringify(kept) !== JSON.stringify(noTurfFilter) && (
            <Button variant="subtle" onClick={() => setFilter(noTurfFilter)}>
              {t("turfFilter.clear")}
            </Button>
          )}
          <Button disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate({ cutId, filter })}>
            {t("turfFilter.save")}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

/** How many doors would be handed out now. */
const Counted = ({ cutId, filter }: { cutId: string; filter: TurfFilter }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const query = api.map.turfFilters.count.useQuery({ cutId, filter }, { placeholderData: (before) => before });
  if (query.data === undefined) return null;
  const { doors, ofDoors, buildings } = query.data;
  return (
    <Text size="sm" fw={550} role="status">
      {t("turfFilter.count", { doors: formats.number(doors), all: formats.number(ofDoors), buildings: formats.number(buildings) })}
    </Text>
  );
};

/** What is spoken at many doors of Canada; beside it whatever is spoken here. */
const spoken = ["en", "fr", "pa", "zh", "es", "ar", "tl", "it", "de", "ur", "pt", "fa", "ta", "hi", "pl", "vi", "ko", "cr", "iu"];

/** Languages by their names in the reader's; those spoken here come first, with how many doors they would leave. */
const useLanguages = (facets: TurfFacets | undefined): { value: string; label: string }[] => {
  const { i18n } = useTranslation();
  const formats = useSiteFormats();
  const names = new Intl.DisplayNames([i18n.language], { type: "language" });
  const here = new Map(facets?.languages.map(({ language, doors }) => [language, doors]));
  const nameOf = (value: string): string => {
    try {
      return names.of(value) ?? value;
    } catch {
      // Somebody's file may hold anything; what is no code of a language is shown as it is.
      return value;
    }
  };
  const others = spoken.filter((value) => !here.has(value)).map((value) => ({ value, label: nameOf(value) }));
  return [
    ...[...here].map(([value, doors]) => ({ value, label: `${nameOf(value)} (${formats.number(doors)})` })),
    ...others.sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
  ];
};
