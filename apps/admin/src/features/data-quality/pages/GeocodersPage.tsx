import { Alert, Anchor, Button, Group, Stack, Text } from "@mantine/core";
import type { GeocoderSetting } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { GeocoderCard } from "../components/GeocoderCard";
import { draftsOf, type GeocoderDraft, inputOf, swapped } from "../model/geocoder-drafts";

/** Who is asked where an address lies, in which order, after our own addresses have been. */
export const GeocodersPage = () => {
  const { t } = useTranslation();
  const query = api.map.geocoding.geocoders.useQuery(undefined, { refetchOnWindowFocus: false });
  return (
    <>
      <PageHeader
        title={t("quality.geocoders.title")}
        lead={t("quality.geocoders.lead")}
        back={
          <Anchor component={Link} to="/data-quality" size="sm" c="dimmed">
            {t("quality.title")}
          </Anchor>
        }
      />
      <QueryState query={query} shape="form">
        {(stored) => <Geocoders key={JSON.stringify(stored)} stored={stored} />}
      </QueryState>
    </>
  );
};

const Geocoders = ({ stored }: { stored: GeocoderSetting[] }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const cache = api.useUtils();
  const [drafts, setDrafts] = useState(() => draftsOf(stored));
  const isDirty = JSON.stringify(drafts) !== JSON.stringify(draftsOf(stored));
  const save = api.map.geocoding.updateGeocoders.useMutation({
    onSuccess: (saved) => {
      cache.map.geocoding.geocoders.setData(undefined, saved);
      notifyDone(t("quality.geocoders.saved"));
    },
    onError: notifyFailed,
  });
  const change = (at: number, changes: Partial<GeocoderDraft>) =>
    setDrafts((before) => before.map((draft, index) => (index === at ? { ...draft, ...changes } : draft)));
  const canEdit = can("settings.edit");
  return (
    <Stack gap="md" maw={760}>
      <Alert color="spruce" title={t("quality.geocoders.localTitle")}>
        {t("quality.geocoders.localText")}
      </Alert>
      <Stack component="ol" gap="md" p={0} m={0} style={{ listStyle: "none" }}>
        {drafts.map((draft, at) => {
          const setting = stored.find(({ provider }) => provider === draft.provider);
          return setting === undefined ? null : (
            <li key={draft.provider}>
              <GeocoderCard
                place={at + 1}
                setting={setting}
                draft={draft}
                canEdit={canEdit}
                onChange={(changes) => change(at, changes)}
                onUp={at === 0 ? null : () => setDrafts((before) => swapped(before, at - 1))}
                onDown={at === drafts.length - 1 ? null : () => setDrafts((before) => swapped(before, at))}
              />
            </li>
          );
        })}
      </Stack>
      {canEdit && (
        <Group gap="sm">
          <Button loading={save.isPending} disabled={!isDirty} onClick={() => save.mutate(inputOf(drafts))}>
            {t("quality.geocoders.save")}
          </Button>
          {isDirty && (
            <Text size="sm" c="dimmed">
              {t("quality.geocoders.unsaved")}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  );
};
