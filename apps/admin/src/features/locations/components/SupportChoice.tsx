import { Input, SegmentedControl } from "@mantine/core";
import type { SupportLevel } from "@cml/domain/map";
import { SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";

type Support = { supportLevel: SupportLevel | null; supportDeclined: boolean };
type Props = { value: Support; canEdit: boolean; onChange: (support: Support) => void };

const choices = ["none", "1", "2", "3", "4", "declined"] as const;

/** Not asked, one to four, or would not say: three different things. */
export const SupportChoice = ({ value, canEdit, onChange }: Props) => {
  const { t } = useTranslation();
  const chosen = value.supportDeclined ? "declined" : (value.supportLevel?.replace("LEVEL_", "") ?? "none");
  const change = (choice: string) =>
    onChange({
      supportLevel: choice === "none" || choice === "declined" ? null : (`LEVEL_${choice}` as SupportLevel),
      supportDeclined: choice === "declined",
    });
  const label = (choice: (typeof choices)[number]) =>
    choice === "none" ? (
      t("buildings.supportNone")
    ) : choice === "declined" ? (
      t("buildings.declined")
    ) : (
      <SupportMark level={Number(choice) as 1 | 2 | 3 | 4} />
    );
  return (
    <Input.Wrapper label={t("buildings.support")} labelElement="div">
      <SegmentedControl
        mt={4}
        fullWidth
        size="xs"
        aria-label={t("buildings.support")}
        readOnly={!canEdit}
        data={choices.map((value) => ({ value, label: label(value) }))}
        value={chosen}
        onChange={change}
      />
    </Input.Wrapper>
  );
};
