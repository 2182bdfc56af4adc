import { SegmentedControl, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { type WizardKind, wizardKinds } from "../model/import-draft";

/** What is in the file; on a phone one below the other. */
export const KindChoice = ({ kind, onChange }: { kind: WizardKind; onChange: (kind: WizardKind) => void }) => {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={550} mb={6} id="import-kind">
        {t("imports.kind")}
      </Text>
      <SegmentedControl
        aria-labelledby="import-kind"
        value={kind}
        onChange={onChange}
        data={wizardKinds.map((value) => ({ value, label: t(`imports.kinds.${value}`) }))}
      />
      <Text size="sm" c="dimmed" mt={6}>
        {t(`imports.kindHints.${kind}`)}
      </Text>
    </div>
  );
};
