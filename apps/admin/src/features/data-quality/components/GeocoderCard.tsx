import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Paper,
  PasswordInput,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import type { GeocoderSetting } from "@cml/domain/map";
import { errorText } from "@cml/i18n";
import { StatusBadge } from "@cml/ui";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconArrowDown, IconArrowUp, IconPlugConnected } from "@tabler/icons-react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { type GeocoderDraft, keyOf } from "../model/geocoder-drafts";

type Props = {
  place: number;
  setting: GeocoderSetting;
  draft: GeocoderDraft;
  canEdit: boolean;
  onChange: (changes: Partial<GeocoderDraft>) => void;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
};

/** One geocoder of others: whether and when it is asked, with what, how often, and what its terms allow. */
export const GeocoderCard = ({ place, setting, draft, canEdit, onChange, onUp, onDown }: Props) => {
  const { t } = useTranslation();
  const name = t(`quality.provider.${setting.provider}`);
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
          <Switch
            label={`${place}. ${name}`}
            description={t(`quality.geocoders.leads.${setting.provider}`)}
            checked={draft.isEnabled}
            disabled={!canEdit}
            styles={{ label: { fontWeight: 600 } }}
            onChange={(event) => onChange({ isEnabled: event.currentTarget.checked })}
          />
          {canEdit && (
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                variant="default"
                size="lg"
                disabled={onUp === null}
                aria-label={t("quality.geocoders.up", { name })}
                onClick={() => onUp?.()}
              >
                <IconArrowUp size={17} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                disabled={onDown === null}
                aria-label={t("quality.geocoders.down", { name })}
                onClick={() => onDown?.()}
              >
                <IconArrowDown size={17} />
              </ActionIcon>
            </Group>
          )}
        </Group>
        <Terms setting={setting} isOwnServer={draft.baseUrl.trim() !== ""} />
        {draft.isEnabled && <Fields {...{ setting, draft, canEdit, onChange }} />}
        {draft.isEnabled && canEdit && <Test setting={setting} draft={draft} />}
      </Stack>
    </Paper>
  );
};

const Terms = ({ setting, isOwnServer }: { setting: GeocoderSetting; isOwnServer: boolean }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const formats = useSiteFormats();
  const isOneByOne = setting.mayStore && !setting.mayBulk && !isOwnServer;
  const restUntil = setting.restUntil !== null && setting.restUntil > new Date() ? setting.restUntil : null;
  // Nothing to say is no line: an empty one leaves a hole under the card.
  if (setting.mayStore && !isOneByOne && restUntil === null && setting.lastError === null) return null;
  return (
    <Group gap="xs">
      {!setting.mayStore && <StatusBadge tone="attention">{t("quality.geocoders.onlyShown")}</StatusBadge>}
      {isOneByOne && <StatusBadge tone="calm">{t("quality.geocoders.noBulk")}</StatusBadge>}
      {restUntil !== null && <StatusBadge tone="danger">{t("quality.geocoders.resting", { until: formats.time(restUntil) })}</StatusBadge>}
      {setting.lastError !== null && (
        <Text size="sm" c="var(--mantine-color-brick-text)">
          {errorText(locale, setting.lastError)}
        </Text>
      )}
    </Group>
  );
};

type FieldProps = Pick<Props, "setting" | "draft" | "canEdit" | "onChange">;

const Fields = ({ setting, draft, canEdit, onChange }: FieldProps) => {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t("quality.geocoders.address")}
        description={t("quality.geocoders.addressHint")}
        placeholder={setting.defaultUrl}
        value={draft.baseUrl}
        disabled={!canEdit}
        onChange={(event) => onChange({ baseUrl: event.currentTarget.value })}
      />
      {setting.needsKey && (
        <Stack gap={6}>
          <PasswordInput
            label={t("quality.geocoders.key")}
            placeholder={setting.hasKey && !draft.forgetsKey ? t("quality.geocoders.keyKept") : undefined}
            autoComplete="new-password"
            value={draft.key}
            disabled={!canEdit}
            onChange={(event) => onChange({ key: event.currentTarget.value })}
          />
          {setting.hasKey && draft.key === "" && (
            <Checkbox
              size="sm"
              label={t("quality.geocoders.forgetKey")}
              checked={draft.forgetsKey}
              disabled={!canEdit}
              onChange={(event) => onChange({ forgetsKey: event.currentTarget.checked })}
            />
          )}
        </Stack>
      )}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <NumberInput
          label={t("quality.geocoders.perMinute")}
          min={1}
          max={10_000}
          miw={140}
          value={draft.perMinute}
          disabled={!canEdit}
          onChange={(value) => onChange({ perMinute: value === "" ? "" : Number(value) })}
        />
        <NumberInput
          label={t("quality.geocoders.perDay")}
          placeholder={t("quality.geocoders.noLimit")}
          min={1}
          max={10_000_000}
          miw={140}
          value={draft.perDay}
          disabled={!canEdit}
          onChange={(value) => onChange({ perDay: value === "" ? "" : Number(value) })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {t("quality.geocoders.attribution", { words: setting.attribution })}
      </Text>
    </>
  );
};

const Test = ({ setting, draft }: { setting: GeocoderSetting; draft: GeocoderDraft }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const formats = useSiteFormats();
  const test = api.map.geocoding.testGeocoder.useMutation();
  const { data } = test;
  const baseUrl = draft.baseUrl.trim() === "" ? null : draft.baseUrl.trim();
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={17} />}
        loading={test.isPending}
        onClick={() => test.mutate({ provider: setting.provider, baseUrl, ...keyOf(draft) })}
      >
        {t("quality.geocoders.test")}
      </Button>
      {test.isError && (
        <Alert color="brick" role="alert">
          {errorMessage(test.error, locale)}
        </Alert>
      )}
      {data !== undefined && (
        <Alert color={data.place !== null ? "spruce" : "brick"} role="status">
          {data.place !== null
            ? t("quality.geocoders.answered", {
                address: data.place.address,
                confidence: data.place.confidence,
                ms: formats.number(data.ms),
              })
            : data.trouble !== null
              ? errorText(locale, data.trouble)
              : t("quality.geocoders.foundNothing")}
        </Alert>
      )}
    </Stack>
  );
};
