import { Textarea } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";

export type Words = { en: string; fr: string };
export const noWords: Words = { en: "", fr: "" };
export const bodiesOf = ({ en, fr }: Words) => ({ en: en.trim() === "" ? null : en, fr: fr.trim() === "" ? null : fr });

/** What is written to volunteers, in both languages; who has none in hers reads the other. */
export const NoticeWords = ({ words, onChange }: { words: Words; onChange: (words: Words) => void }) => {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t("shiftDesk.wordsEn")}
        autosize
        minRows={3}
        maxLength={4000}
        data-autofocus
        value={words.en}
        onChange={({ currentTarget }) => onChange({ ...words, en: currentTarget.value })}
      />
      <Textarea
        label={t("shiftDesk.wordsFr")}
        autosize
        minRows={3}
        maxLength={4000}
        value={words.fr}
        onChange={({ currentTarget }) => onChange({ ...words, fr: currentTarget.value })}
      />
    </>
  );
};
