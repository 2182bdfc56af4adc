import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { type Boxes, findPersonal, mergeRanges, type ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { newBox } from "../model/picture-boxes";
import { piecesOf, placesOf, withoutBox } from "../model/text-boxes";
import { BoxList } from "./BoxList";
import { boxId, PictureBoxes } from "./PictureBoxes";
import { TextBoxes } from "./TextBoxes";
import classes from "./Responses.module.css";

type Props = { response: ResponseView; onSave: (boxes: Boxes) => void; onClose: () => void };

/** Lays black boxes over reply, comment and picture; nothing is hidden before it is saved, nothing is lost by going back. */
export const BoxEditor = ({ response, onSave, onClose }: Props) => {
  const { t } = useTranslation();
  const { text, comment, originalUrl, representativeName, locale } = response;
  const [boxes, setBoxes] = useState<Boxes>(response.boxes);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const change = (changes: Partial<Boxes>) => setBoxes((before) => ({ ...before, ...changes }));
  const coverAll = (find: (words: string) => Boxes["text"]): number => {
    const next = {
      text: mergeRanges([...boxes.text, ...find(text)]),
      comment: mergeRanges([...boxes.comment, ...find(comment ?? "")]),
    };
    change(next);
    const sum = (ranges: Boxes["text"]) => ranges.reduce((all, [from, to]) => all + to - from, 0);
    const isMore = sum(next.text) + sum(next.comment) > sum(boxes.text) + sum(boxes.comment);
    return isMore ? Math.max(1, next.text.length + next.comment.length - boxes.text.length - boxes.comment.length) : 0;
  };
  const addToPicture = () => {
    change({ picture: [...boxes.picture, newBox] });
    requestAnimationFrame(() => document.getElementById(boxId(boxes.picture.length))?.focus());
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave(boxes);
    else return;
    event.preventDefault();
  };
  return (
    <Stack gap="lg" onKeyDown={keys} data-own-keys>
      <div>
        <Title order={2} fz={20} ref={head} tabIndex={-1} style={{ outline: "none" }}>
          {t("responses.boxes.titleOf", { name: representativeName })}
        </Title>
        <Text size="sm" c="dimmed">
          {t("responses.boxes.textHint")}
        </Text>
      </div>
      <CoverTools onCover={(words) => coverAll((all) => placesOf(all, words))} onFind={() => coverAll(findPersonal)} />
      <div className={classes.item} data-picture={originalUrl !== null || undefined}>
        <Stack gap="lg">
          {text !== "" && (
            <TextBoxes
              label={t("responses.boxes.inText")}
              text={text}
              lang={locale}
              ranges={boxes.text}
              onChange={(ranges) => change({ text: ranges })}
            />
          )}
          {comment !== null && (
            <TextBoxes
              label={t("responses.boxes.inComment")}
              text={comment}
              lang={locale}
              ranges={boxes.comment}
              onChange={(ranges) => change({ comment: ranges })}
            />
          )}
          <CoveredWords boxes={boxes} response={response} onChange={change} />
        </Stack>
        {originalUrl !== null && (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t("responses.boxes.pictureHint")}
            </Text>
            <PictureBoxes
              source={originalUrl}
              alt={t("responses.item.pictureOf", { name: representativeName })}
              size={{ width: response.screenshotWidth ?? undefined, height: response.screenshotHeight ?? undefined }}
              boxes={boxes.picture}
              onChange={(picture) => change({ picture })}
            />
            <BoxList
              title={t("responses.boxes.inPicture")}
              rows={boxes.picture.map((_box, at) => ({
                key: String(at),
                name: t("responses.boxes.one", { number: at + 1 }),
                removeLabel: t("responses.boxes.removeOne", { number: at + 1 }),
                onOpen: () => document.getElementById(boxId(at))?.focus(),
                onRemove: () => change({ picture: boxes.picture.filter((_one, place) => place !== at) }),
              }))}
            />
            <Button variant="default" size="xs" style={{ alignSelf: "flex-start" }} onClick={addToPicture}>
              {t("responses.boxes.add")}
            </Button>
          </Stack>
        )}
      </div>
      <Group className={classes.actions} gap="sm">
        <Button onClick={() => onSave(boxes)}>{t("responses.boxes.save")}</Button>
        <Button variant="default" onClick={onClose}>
          {t("responses.boxes.cancel")}
        </Button>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          Ctrl+Enter · Esc
        </Text>
      </Group>
    </Stack>
  );
};

type ToolProps = { onCover: (words: string) => number; onFind: () => number };

/** Covering without a pointer: by words, and by what looks personal. */
const CoverTools = ({ onCover, onFind }: ToolProps) => {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<number | null>(null);
  const cover = () => {
    setFound(onCover(words));
    setWords("");
  };
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t("responses.boxes.words")}
        value={words}
        style={{ flex: "1 1 220px", maxWidth: 360 }}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          cover();
        }}
      />
      <Button variant="default" disabled={words.trim() === ""} onClick={cover}>
        {t("responses.boxes.cover")}
      </Button>
      <Button variant="default" leftSection={<IconSearch size={16} />} onClick={() => setFound(onFind())}>
        {t("responses.boxes.find")}
      </Button>
      <Text size="sm" role="status" c="dimmed">
        {found !== null && t("responses.boxes.found", { count: found })}
      </Text>
    </Group>
  );
};

type WordProps = { boxes: Boxes; response: ResponseView; onChange: (changes: Partial<Boxes>) => void };

const CoveredWords = ({ boxes, response, onChange }: WordProps) => {
  const { t } = useTranslation();
  const rowsOf = (field: "text" | "comment", words: string) =>
    piecesOf(words, boxes[field])
      .filter(({ isBoxed }) => isBoxed)
      .map(({ text, from }) => ({
        key: `${field}-${from}`,
        name: text,
        removeLabel: t("responses.boxes.removeText", { text }),
        onRemove: () => onChange({ [field]: withoutBox(boxes[field], from) }),
      }));
  const rows = [...rowsOf("text", response.text), ...rowsOf("comment", response.comment ?? "")];
  return <BoxList title={t("responses.boxes.inWords")} rows={rows} />;
};
