import { Chip, Drawer, Fieldset, Group, Input, SegmentedControl, Select, Stack, TagsInput, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import { type CampaignDetail, governmentLevels, type LetterVersion, targetPositions } from "@cml/domain/influence";
import { type Locale, localized, otherLocale } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { useSite } from "../../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { useFocusBack } from "../../../../shell/useFocusBack";
import { LetterVariables } from "../LetterVariables";
import { DrawerFoot } from "./DrawerFoot";
import { VersionPreview } from "./VersionPreview";

type Props = { campaign: CampaignDetail; version: LetterVersion | null; onClose: () => void };

const valuesOf = (campaign: CampaignDetail, version: LetterVersion | null, other: Locale) => ({
  name: version?.name ?? "",
  handling: version?.handling === "THANK" ? ("THANK" as const) : ("WRITE" as const),
  positions: version?.positions ?? [],
  parties: version?.parties ?? [],
  levels: version?.levels ?? [],
  locale: version?.locale ?? null,
  // A new one begins as the campaign's own letter: most versions change a paragraph.
  subject: version?.subject ?? campaign.emailSubject,
  body: version?.body ?? campaign.emailBody,
  subjectOther: version === null ? translated(campaign, "emailSubject", other) : (version.translations?.[other]?.["subject"] ?? ""),
  bodyOther: version === null ? translated(campaign, "emailBody", other) : (version.translations?.[other]?.["body"] ?? ""),
});

const translated = (campaign: CampaignDetail, field: string, other: Locale): string => {
  const text = localized(campaign, field, other);
  return campaign.translations?.[other]?.[field] === undefined ? "" : text;
};

/** One version: whom it is for, and its words in both languages. */
export const VersionDrawer = ({ campaign, version, onClose }: Props) => {
  const { t } = useTranslation();
  useFocusBack();
  const cache = api.useUtils();
  const { defaultLocale } = useSite();
  const other = otherLocale(defaultLocale);
  const [language, setLanguage] = useState<Locale>(defaultLocale);
  const form = useForm({ initialValues: valuesOf(campaign, version, other) });
  const done = async (message: string) => {
    notifyDone(message);
    await cache.influence.targets.invalidate();
    onClose();
  };
  const save = api.influence.targets.versions.save.useMutation({
    onSuccess: () => done(t("targets.versions.saved")),
    onError: (error: unknown) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const remove = api.influence.targets.versions.remove.useMutation({
    onSuccess: () => done(t("targets.versions.removed")),
    onError: notifyFailed,
  });
  const submit = form.onSubmit(({ subjectOther, bodyOther, ...values }) => {
    const texts = {
      ...(subjectOther.trim() === "" ? {} : { subject: subjectOther }),
      ...(bodyOther.trim() === "" ? {} : { body: bodyOther }),
    };
    save.mutate({
      id: version?.id ?? null,
      campaignId: campaign.id,
      ...values,
      translations: Object.keys(texts).length === 0 ? null : { [other]: texts },
    });
  });
  // A version for one language needs its words once.
  const single = form.values.locale !== null;
  const isOther = !single && language === other;
  const [subject, body] = isOther ? (["subjectOther", "bodyOther"] as const) : (["subject", "body"] as const);
  const word = (name: string) => t(`targets.versions.fields.${name}`);
  return (
    <Drawer opened onClose={onClose} size="lg" title={version?.name ?? t("targets.versions.new")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput label={word("name")} required autoFocus={version === null} {...form.getInputProps("name")} />
          <Input.Wrapper label={word("handling")}>
            <div>
              <SegmentedControl
                mt={4}
                data={[
                  { value: "WRITE", label: word("asks") },
                  { value: "THANK", label: t("targets.versions.thanks") },
                ]}
                {...form.getInputProps("handling")}
              />
            </div>
          </Input.Wrapper>
          <Fieldset legend={t("targets.rules.title")}>
            <Stack gap="sm">
              <Text size="xs" c="dimmed">
                {t("targets.versions.empties")}
              </Text>
              <Chips
                label={word("positions")}
                options={targetPositions.map((value) => ({ value, label: t(`targets.position.${value}`) }))}
                {...form.getInputProps("positions")}
              />
              <TagsInput label={word("parties")} description={word("partiesHint")} maxTags={20} {...form.getInputProps("parties")} />
              <Chips
                label={word("levels")}
                options={governmentLevels.map((value) => ({ value, label: t(`campaigns.levels.${value}`) }))}
                {...form.getInputProps("levels")}
              />
              <Select
                label={word("locale")}
                description={word("localeHint")}
                placeholder={word("anyLanguage")}
                data={(["en", "fr"] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
                clearable
                {...form.getInputProps("locale")}
              />
            </Stack>
          </Fieldset>
          {!single && (
            <SegmentedControl
              value={language}
              onChange={(value) => setLanguage(value === other ? other : defaultLocale)}
              data={[defaultLocale, other].map((value) => ({ value, label: t(`languages.${value}`) }))}
              aria-label={t("campaigns.textsIn")}
            />
          )}
          <TextInput label={word("subject")} required={!isOther} {...form.getInputProps(subject)} />
          <Textarea
            label={word("body")}
            description={word("bodyHint")}
            required={!isOther}
            autosize
            minRows={8}
            {...form.getInputProps(body)}
          />
          <LetterVariables onInsert={(variable) => form.setFieldValue(body, `${form.values[body]}${variable}`)} />
          <VersionPreview
            subject={form.values[subject]}
            body={form.values[body]}
            locale={form.values.locale ?? language}
            campaign={campaign}
          />
          <DrawerFoot
            isSaving={save.isPending}
            removal={
              version === null
                ? null
                : {
                    action: t("targets.versions.remove"),
                    title: t("targets.versions.removeTitle", { name: version.name }),
                    text: t("targets.versions.removeText"),
                    isPending: remove.isPending,
                    onConfirm: () => remove.mutate({ id: version.id }),
                  }
            }
          />
        </Stack>
      </form>
    </Drawer>
  );
};

type ChipsProps = { label: string; options: { value: string; label: string }[]; value?: string[]; onChange?: (value: string[]) => void };

const Chips = ({ label, options, value = [], onChange }: ChipsProps) => (
  <Input.Wrapper label={label}>
    <Chip.Group multiple value={value} onChange={(next) => onChange?.(next)}>
      <Group gap="xs" mt={4} role="group" aria-label={label}>
        {options.map((option) => (
          <Chip key={option.value} value={option.value} variant="light">
            {option.label}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  </Input.Wrapper>
);
