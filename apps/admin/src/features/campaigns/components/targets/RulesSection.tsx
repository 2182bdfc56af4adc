import { ActionIcon, Button, Chip, Group, Menu, Paper, Select, Stack, TagsInput, Text } from "@mantine/core";
import { type CampaignDetail, governmentLevels, type TargetRule } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { Section } from "./Section";

const kinds = ["MY_REPRESENTATIVES", "MY_COUNCIL", "WHOLE_COUNCIL", "NAMED_PEOPLE"] as const;

const fresh = (kind: TargetRule["kind"]): TargetRule => {
  if (kind === "MY_REPRESENTATIVES") return { kind, levels: ["FEDERAL"], offices: [] };
  if (kind === "WHOLE_COUNCIL") return { kind, setSlug: "", setName: "", level: "MUNICIPAL", offices: [] };
  return kind === "MY_COUNCIL" ? { kind, offices: [] } : { kind };
};

/** Who is written to, rule by rule; saved as a whole. */
export const RulesSection = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const cache = api.useUtils();
  const [rules, setRules] = useState<TargetRule[]>(campaign.targets);
  const mayEdit = can("campaign.edit") && campaign.status !== "ARCHIVED";
  const save = api.influence.campaigns.update.useMutation({
    onSuccess: async () => {
      notifyDone(t("targets.rules.saved"));
      await Promise.all([cache.influence.campaigns.invalidate(), cache.influence.targets.invalidate()]);
    },
    onError: notifyFailed,
  });
  const changed = JSON.stringify(rules) !== JSON.stringify(campaign.targets);
  const complete = rules.every((rule) =>
    rule.kind === "WHOLE_COUNCIL" ? rule.setSlug !== "" : rule.kind !== "MY_REPRESENTATIVES" || rule.levels.length > 0,
  );
  const levels = campaign.targetGovernmentLevels.map((level) => t(`campaigns.levels.${level}`)).join(", ");
  // Two rules of a kind that has nothing to choose would say the same twice.
  const offered = kinds.filter(
    (kind) => kind === "MY_REPRESENTATIVES" || kind === "WHOLE_COUNCIL" || !rules.some((rule) => rule.kind === kind),
  );
  return (
    <Section title={t("targets.rules.title")} lead={t("targets.rules.lead")}>
      {rules.length === 0 && <Text size="sm">{t("targets.rules.empty", { levels })}</Text>}
      {rules.map((rule, index) => (
        <RuleCard
          key={`${rule.kind}-${index}`}
          rule={rule}
          disabled={!mayEdit}
          onChange={(next) => setRules(rules.map((one, at) => (at === index ? next : one)))}
          onRemove={() => setRules(rules.filter((_one, at) => at !== index))}
        />
      ))}
      {mayEdit && (
        <Group justify="space-between">
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" leftSection={<IconPlus size={16} />} disabled={rules.length >= 12}>
                {t("targets.rules.add")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {offered.map((kind) => (
                <Menu.Item key={kind} onClick={() => setRules([...rules, fresh(kind)])}>
                  {t(`targets.rules.kinds.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            onClick={() => save.mutate({ id: campaign.id, changes: { targets: rules } })}
            disabled={!changed || !complete}
            loading={save.isPending}
          >
            {t("actions.save")}
          </Button>
        </Group>
      )}
    </Section>
  );
};

type CardProps = { rule: TargetRule; disabled: boolean; onChange: (rule: TargetRule) => void; onRemove: () => void };

const RuleCard = ({ rule, disabled, onChange, onRemove }: CardProps) => {
  const { t } = useTranslation();
  const name = t(`targets.rules.kinds.${rule.kind}`);
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600} size="sm">
          {name}
        </Text>
        {!disabled && (
          <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={t("targets.rules.remove", { name })}>
            <IconX size={16} />
          </ActionIcon>
        )}
      </Group>
      {rule.kind !== "NAMED_PEOPLE" && (
        <Stack gap="sm" mt="sm">
          {rule.kind === "MY_REPRESENTATIVES" && (
            <Chip.Group
              multiple
              value={rule.levels}
              onChange={(values) => onChange({ ...rule, levels: governmentLevels.filter((level) => values.includes(level)) })}
            >
              <Group gap="xs" role="group" aria-label={t("targets.rules.levels")}>
                {governmentLevels.map((level) => (
                  <Chip key={level} value={level} variant="light" disabled={disabled}>
                    {t(`campaigns.levels.${level}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          )}
          {rule.kind === "WHOLE_COUNCIL" && <CouncilChoice rule={rule} disabled={disabled} onChange={onChange} />}
          <TagsInput
            label={t("targets.rules.offices")}
            description={t("targets.rules.officesHint")}
            value={rule.offices}
            onChange={(offices) => onChange({ ...rule, offices })}
            disabled={disabled}
            maxTags={20}
          />
        </Stack>
      )}
    </Paper>
  );
};

type CouncilProps = { rule: Extract<TargetRule, { kind: "WHOLE_COUNCIL" }>; disabled: boolean; onChange: (rule: TargetRule) => void };

const CouncilChoice = ({ rule, disabled, onChange }: CouncilProps) => {
  const { t } = useTranslation();
  const query = api.influence.representatives.councils.useQuery(undefined, { staleTime: 3_600_000 });
  const known = query.data ?? [];
  const mine = rule.setSlug === "" || known.some(({ slug }) => slug === rule.setSlug) ? [] : [{ value: rule.setSlug, label: rule.setName }];
  return (
    <Select
      label={t("targets.rules.council")}
      placeholder={t("targets.rules.councilHint")}
      data={[...mine, ...known.map(({ slug, name }) => ({ value: slug, label: name }))]}
      value={rule.setSlug === "" ? null : rule.setSlug}
      onChange={(slug) => {
        const council = known.find((one) => one.slug === slug);
        if (council !== undefined) onChange({ ...rule, setSlug: council.slug, setName: council.name, level: council.level });
      }}
      searchable
      limit={60}
      disabled={disabled}
      nothingFoundMessage={t("targets.rules.noCouncil")}
      error={query.isError ? t("targets.rules.councilsUnknown") : null}
      required
    />
  );
};
