import { Text } from "@mantine/core";
import type { TextRange } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useRef } from "react";
import { piecesOf, withBox, withoutBox } from "../model/text-boxes";
import classes from "./Responses.module.css";

type Props = {
  label: string;
  text: string;
  lang: string;
  ranges: readonly TextRange[];
  onChange: (ranges: TextRange[]) => void;
};

/** Words one covers by selecting them, and uncovers by pressing the ink. */
export const TextBoxes = ({ label, text, lang, ranges, onChange }: Props) => {
  const { t } = useTranslation();
  const words = useRef<HTMLParagraphElement>(null);
  const cover = () => {
    const chosen = words.current === null ? null : selectionIn(words.current);
    if (chosen === null) return;
    window.getSelection()?.removeAllRanges();
    onChange(withBox(text, ranges, chosen));
  };
  const uncover = (from: number) => {
    // Whoever selects across a box wants to cover more, not less.
    if (words.current !== null && selectionIn(words.current) !== null) return;
    onChange(withoutBox(ranges, from));
  };
  return (
    <section aria-label={label}>
      <Text size="sm" c="dimmed" mb={4}>
        {label}
      </Text>
      <p ref={words} className={classes.text} lang={lang} onPointerUp={cover} onKeyUp={cover} data-boxes>
        {piecesOf(text, ranges).map(({ text: piece, from, isBoxed }) =>
          isBoxed ? (
            <mark
              key={from}
              className={classes.covered}
              role="button"
              tabIndex={0}
              aria-label={t("responses.boxes.covered", { text: piece })}
              onClick={() => uncover(from)}
              onKeyDown={(event) => {
                if (!["Enter", " ", "Delete", "Backspace"].includes(event.key)) return;
                event.preventDefault();
                event.stopPropagation();
                onChange(withoutBox(ranges, from));
              }}
            >
              {piece}
            </mark>
          ) : (
            piece
          ),
        )}
      </p>
    </section>
  );
};

/** Where the selection begins and ends in the words of an element; null when there is none inside it. */
const selectionIn = (element: HTMLElement): TextRange | null => {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const length = range.toString().length;
  return length === 0 ? null : [from, from + length];
};
