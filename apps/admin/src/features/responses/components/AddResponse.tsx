import { Button, Drawer, FileButton, Group, SegmentedControl, Select, Stack, Switch, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import { type AddResponseInput, governmentLevels, type ResponseType, responseTypes } from "@cml/domain/influence";
import { loadedLocale, useTranslation } from "@cml/ui/i18n";
import { IconPhotoUp, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { useSite } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { useFocusBack } from "../../../shell/useFocusBack";
import { usePictureUpload } from "../hooks/usePictureUpload";
import { CampaignSelect } from "./CampaignSelect";
import { PersonSelect } from "./PersonSelect";

type Props = { campaignId: string | null; onClose: () => void };

/** A reply that came to the organisation itself: by telephone, on paper, at a meeting. */
export const AddResponse = ({ campaignId, onClose }: Props) => {
  const { t } = useTranslation();
  useFocusBack();
  const { locales } = useSite();
  const cache = api.useUtils();
  const form = useAddForm(campaignId);
  const upload = usePictureUpload();
  // The same press twice is the same response.
  const [submissionId] = useState(() => crypto.randomUUID());
  const add = api.influence.responses.add.useMutation({
    onSuccess: async () => {
      notifyDone(t("responses.adding.saved"));
      onClose();
      await cache.influence.responses.list.invalidate();
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const { campaign, kind, level } = form.values;
  const save = form.onSubmit((values) => add.mutate(inputOf(values, submissionId, upload.picture?.pictureKey ?? null)));
  const levels = governmentLevels.map((value) => ({ value, label: t(`influence:levels.${value}`) }));
  const types = responseTypes.map((value) => ({ value, label: t(`responses.types.${value}`) }));
  return (
    <Drawer opened onClose={onClose} title={t("responses.adding.title")} size="lg">
      <form onSubmit={save}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t("responses.adding.hint")}
          </Text>
          <CampaignSelect
            label={t("responses.adding.campaign")}
            value={campaign}
            onChange={(id) => form.setValues({ campaign: id, person: null })}
            error={form.errors["campaign"]}
          />
          <SegmentedControl
            aria-label={t("responses.adding.who")}
            {...form.getInputProps("kind")}
            data={[
              { value: "KNOWN", label: t("responses.adding.known") },
              { value: "TYPED", label: t("responses.adding.typed") },
            ]}
            orientation="vertical"
            fullWidth
          />
          {kind === "KNOWN" ? (
            <PersonSelect
              campaignId={campaign}
              value={form.values.person}
              onChange={(person, known) => form.setValues({ person, level: known, levelKnown: known !== null })}
              error={form.errors["person"]}
            />
          ) : (
            <Group grow preventGrowOverflow={false} align="flex-start">
              <TextInput label={t("responses.adding.name")} maxLength={200} withAsterisk {...form.getInputProps("name")} />
              <TextInput label={t("responses.adding.office")} maxLength={200} {...form.getInputProps("office")} />
            </Group>
          )}
          {(kind === "TYPED" || (form.values.person !== null && !form.values.levelKnown)) && (
            <Select label={t("responses.adding.level")} data={levels} withAsterisk {...form.getInputProps("level")} value={level} />
          )}
          <Group grow preventGrowOverflow={false} align="flex-start">
            <Select label={t("responses.adding.type")} data={types} {...form.getInputProps("type")} />
            <TextInput type="date" label={t("responses.adding.repliedOn")} {...form.getInputProps("repliedOn")} />
          </Group>
          <Textarea label={t("responses.adding.text")} minRows={5} maxRows={14} {...form.getInputProps("text")} />
          <PictureField upload={upload} />
          <Textarea label={t("responses.adding.comment")} minRows={2} maxRows={8} maxLength={2000} {...form.getInputProps("comment")} />
          <TextInput
            label={t("responses.adding.author")}
            description={t("responses.adding.authorHint")}
            maxLength={100}
            {...form.getInputProps("author")}
          />
          {locales.length > 1 && (
            <Select
              label={t("responses.adding.language")}
              data={locales.map((value) => ({ value, label: t(`responses.item.languages.${value}`) }))}
              {...form.getInputProps("locale")}
            />
          )}
          {kind === "KNOWN" && (
            <Switch label={t("responses.adding.askOffice")} {...form.getInputProps("askOffice", { type: "checkbox" })} />
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={upload.isPending}>
              {t("responses.adding.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
};

const useAddForm = (campaign: string | null) => {
  const { t } = useTranslation();
  return useForm({
    initialValues: {
      campaign,
      kind: "KNOWN" as "KNOWN" | "TYPED",
      person: null as string | null,
      name: "",
      office: "",
      level: null as AddLevel | null,
      levelKnown: false,
      type: "PHONE_CALL" as ResponseType,
      repliedOn: "",
      text: "",
      comment: "",
      author: "",
      askOffice: false,
      locale: loadedLocale(),
    },
    validate: {
      campaign: (value) => (value === null ? t("form.required") : null),
      person: (value, { kind }) => (kind === "KNOWN" && value === null ? t("form.required") : null),
      name: (value, { kind }) => (kind === "TYPED" && value.trim().length < 2 ? t("form.required") : null),
      level: (value, { kind, levelKnown }) => (value === null && (kind === "TYPED" || !levelKnown) ? t("form.required") : null),
    },
  });
};
type AddLevel = (typeof governmentLevels)[number];
type AddValues = ReturnType<typeof useAddForm>["values"];

const inputOf = (values: AddValues, submissionId: string, pictureKey: string | null): AddResponseInput => ({
  submissionId,
  campaignId: values.campaign ?? "",
  about:
    values.kind === "KNOWN"
      ? { kind: "KNOWN", recipientKey: values.person ?? "", level: values.level }
      : { kind: "TYPED", name: values.name.trim(), title: values.office.trim(), level: values.level },
  type: values.type,
  text: values.text,
  comment: values.comment,
  repliedOn: values.repliedOn === "" ? null : values.repliedOn,
  pictureKey,
  name: values.author.trim(),
  askOffice: values.kind === "KNOWN" && values.askOffice,
  locale: values.locale,
});

const PictureField = ({ upload: { picture, isPending, take, drop } }: { upload: ReturnType<typeof usePictureUpload> }) => {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={550} mb={4}>
        {t("responses.adding.picture")}
      </Text>
      <Group gap="sm">
        <FileButton onChange={take} accept="image/png,image/jpeg,image/webp,image/gif,image/heic,image/tiff">
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<IconPhotoUp size={16} />} loading={isPending}>
              {t("responses.adding.pictureChoose")}
            </Button>
          )}
        </FileButton>
        {picture !== null && (
          <Button variant="subtle" color="gray" size="xs" leftSection={<IconTrash size={16} />} onClick={drop}>
            {t("responses.adding.pictureRemove")}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt={4} role="status">
        {picture !== null && t("responses.adding.pictureTaken")}
      </Text>
    </div>
  );
};
