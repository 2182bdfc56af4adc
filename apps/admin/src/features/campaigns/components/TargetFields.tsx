import { Anchor, Chip, Group, Input, List, Stack, Text } from "@mantine/core";
import { type CampaignDetail, governmentLevels, type TargetRule } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import type { CampaignEditing } from "../hooks/useCampaignEditor";
import { FlagSwitches } from "./FlagSwitches";

type Props = { editor: CampaignEditing; campaign: CampaignDetail | null };

/** Who gets the letter: levels until rules are made under Targets, then what those rules say. */
export const TargetFields = ({ editor: { form, ...editor }, campaign }: Props) => {
  const { t } = useTranslation();
  const rules = campaign === null ? form.values.targets : campaign.targets;
  return (
    <Stack gap="md">
      {rules.length === 0 ? (
        <Input.Wrapper
          label={t("campaigns.fields.levels")}
          description={t("campaigns.fields.levelsHint")}
          error={form.errors["targetGovernmentLevels"]}
        >
          <Chip.Group multiple {...form.getInputProps("targetGovernmentLevels")}>
            <Group gap="xs" mt={8}>
              {governmentLevels.map((level) => (
                <Chip key={level} value={level} variant="light">
                  {t(`campaigns.levels.${level}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      ) : (
        <div>
          <Text size="sm" fw={550}>
            {t("campaignWork.getsRules")}
          </Text>
          <List size="sm">
            {rules.map((rule) => (
              <List.Item key={JSON.stringify(rule)}>
                <RuleText rule={rule} />
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <Text size="sm" c="dimmed">
        {t("campaignWork.getsHint")}{" "}
        {campaign !== null && (
          <Anchor component={Link} to={`/campaigns/${campaign.id}`} search={{ tab: "targets" } as never} inherit td="underline">
            {t("campaignWork.toTargets")}
          </Anchor>
        )}
      </Text>
      <FlagSwitches editor={{ form, ...editor }} flags={["ownConstituentsOnly", "allowCustomRecipients"]} />
    </Stack>
  );
};

const RuleText = ({ rule }: { rule: TargetRule }) => {
  const { t } = useTranslation();
  if (rule.kind === "MY_REPRESENTATIVES")
    return t("campaignWork.rules.MY_REPRESENTATIVES", { levels: rule.levels.map((level) => t(`campaigns.levels.${level}`)).join(", ") });
  return t(`campaignWork.rules.${rule.kind}`, { name: rule.kind === "WHOLE_COUNCIL" ? rule.setName : "" });
};
