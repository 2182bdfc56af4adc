import { Radio, Stack } from "@mantine/core";
import { type SeriesPart, seriesParts } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";

type Props = { part: SeriesPart; onChange: (part: SeriesPart) => void };

/** Which shifts of a series are meant. */
export const SeriesPartChoice = ({ part, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t("shiftDesk.part")} value={part} onChange={(value) => onChange(seriesParts.find((one) => one === value) ?? "ONE")}>
      <Stack gap={8} mt={6}>
        {seriesParts.map((value) => (
          <Radio key={value} value={value} label={t(`shiftDesk.parts.${value}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
};
