import { Anchor, Text } from "@mantine/core";
import { readLocationFilter } from "@cml/domain/map";
import type { AuditLine } from "@cml/domain/platform";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import type { useFilterWords } from "../../../shell/useFilterWords";
import { useFactWords } from "../hooks/useFactWords";

type Props = { line: AuditLine; wordsOf: ReturnType<typeof useFilterWords> };

/** What a deed was about: its name, for buildings the filter that chose them, and what else was noted. */
export const RecordAbout = ({ line: { subject, actorName, facts }, wordsOf }: Props) => {
  const factWords = useFactWords();
  const { filter, name } = facts;
  const called = subject === actorName ? null : (subject ?? (typeof name === "string" ? name : null));
  const words = factWords(facts).join(" · ");
  return (
    <div>
      {called !== null && <Text size="sm">{called}</Text>}
      {typeof filter === "string" && <Buildings filter={filter} wordsOf={wordsOf} />}
      {words !== "" && (
        <Text size="xs" c="dimmed">
          {words}
        </Text>
      )}
      {called === null && typeof filter !== "string" && words === "" && "–"}
    </div>
  );
};

const Buildings = ({ filter, wordsOf }: { filter: string; wordsOf: Props["wordsOf"] }) => {
  const { t } = useTranslation();
  const asked = Object.fromEntries(new URLSearchParams(filter));
  const words = wordsOf(readLocationFilter(asked)).map(({ label }) => label);
  return (
    <Text size="sm">
      {words.length === 0 ? t("record.allBuildings") : words.join(" · ")}{" "}
      <Anchor renderRoot={(props) => <Link {...props} to="/doors" search={asked} />} size="xs">
        {t("record.showBuildings")}
      </Anchor>
    </Text>
  );
};
