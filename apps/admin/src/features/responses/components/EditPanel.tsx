import { Button, Group, Select, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type EditResponseInput, governmentLevels, responseTypes, type ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useKeptDraft } from "../../../shell/useKeptDraft";
import classes from "./Responses.module.css";

type Props = { response: ResponseView; onSave: (changes: Omit<EditResponseInput, "id">) => void; onClose: () => void };

/** Corrects who, how, when and the words; only what differs is sent. */
export const EditPanel = ({ response, onSave, onClose }: Props) => {
  const { t } = useTranslation();
  const before = valuesOf(response);
  const form = useForm({
    initialValues: { ...before, note: "" },
    validate: { representativeName: (name) => (name.trim().length < 2 ? t("form.required") : null) },
  });
  const draft = useKeptDraft(`response-${response.id}`, form);
  const save = form.onSubmit(({ note, ...values }) => {
    const changed = Object.entries(values).filter(([name, value]) => value !== before[name as keyof typeof before]);
    draft.forget();
    if (changed.length === 0) return onClose();
    const changes = Object.fromEntries(changed.map(([name, value]) => [name, name === "repliedOn" && value === "" ? null : value]));
    return onSave({ ...(changes as Partial<EditResponseInput>), note: note.trim() === "" ? null : note.trim() });
  });
  const close = () => {
    draft.forget();
    onClose();
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  const levels = governmentLevels.map((value) => ({ value, label: t(`influence:levels.${value}`) }));
  const types = responseTypes.map((value) => ({ value, label: t(`responses.types.${value}`) }));
  return (
    <form onSubmit={save} onKeyDown={keys} data-own-keys>
      <Stack gap="md" maw={760}>
        <div>
          <Title order={2} fz={20}>
            {t("responses.edit.titleOf", { name: response.representativeName })}
          </Title>
          <Text size="sm" c="dimmed">
            {t("responses.edit.hint")}
          </Text>
        </div>
        <Textarea
          label={t("responses.edit.text")}
          lang={response.locale}
          maxRows={18}
          data-autofocus
          autoFocus
          {...form.getInputProps("text")}
        />
        <Textarea label={t("responses.edit.comment")} lang={response.locale} maxRows={10} {...form.getInputProps("comment")} />
        <Group grow preventGrowOverflow={false} align="flex-start">
          <TextInput label={t("responses.edit.name")} maxLength={200} {...form.getInputProps("representativeName")} />
          <TextInput label={t("responses.edit.office")} maxLength={200} {...form.getInputProps("representativeTitle")} />
        </Group>
        <Group grow preventGrowOverflow={false} align="flex-start">
          <Select label={t("responses.edit.level")} data={levels} {...form.getInputProps("level")} />
          <Select label={t("responses.edit.type")} data={types} {...form.getInputProps("type")} />
          <TextInput type="date" label={t("responses.edit.repliedOn")} {...form.getInputProps("repliedOn")} />
        </Group>
        <TextInput label={t("responses.edit.note")} maxLength={300} {...form.getInputProps("note")} />
      </Stack>
      <Group className={classes.actions} gap="sm">
        <Button type="submit">{t("responses.edit.save")}</Button>
        <Button variant="default" onClick={close}>
          {t("actions.cancel")}
        </Button>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          Ctrl+Enter
        </Text>
      </Group>
    </form>
  );
};

const valuesOf = ({ representativeName, representativeTitle, level, type, text, comment, repliedOn }: ResponseView) => ({
  representativeName,
  representativeTitle: representativeTitle ?? "",
  level,
  type,
  text,
  comment: comment ?? "",
  repliedOn: repliedOn ?? "",
});
