import { Checkbox, Group } from "@mantine/core";
import { supportChoices, type TurfFacets, type TurfFilter } from "@cml/domain/map";
import { SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useWithCount } from "./useWithCount";

type Props = {
  value: TurfFilter["support"];
  /** Doors each would leave. */ counts: TurfFacets["support"] | undefined;
  disabled: boolean;
  onChange: (support: TurfFilter["support"]) => void;
};

const levels = { 1: 1, 2: 2, 3: 3, 4: 4 } as const;

/** Any of the levels, by their marks; none chosen lets everybody in. */
export const SupportChoice = ({ value, counts, disabled, onChange }: Props) => {
  const { t } = useTranslation();
  const withCount = useWithCount();
  return (
    <Checkbox.Group
      label={t("turfFilter.support")}
      value={value}
      onChange={(chosen) => onChange(supportChoices.filter((one) => chosen.includes(one)))}
    >
      <Group gap="lg" mt={6}>
        {supportChoices.map((choice) => (
          <Checkbox
            key={choice}
            value={choice}
            disabled={disabled}
            label={withCount(choice === "none" ? t("turf.notAsked") : <SupportMark level={levels[choice]} withLabel />, counts?.[choice])}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
};
