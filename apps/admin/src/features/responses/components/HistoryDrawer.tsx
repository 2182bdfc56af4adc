import { Drawer, Text, Timeline } from "@mantine/core";
import { governmentLevels, type ResponseChange, responseTypes } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import { useFocusBack } from "../../../shell/useFocusBack";
import classes from "./Responses.module.css";

/** Everything that happened to a response, with the words as they were before. */
export const HistoryDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  useFocusBack();
  const query = api.influence.responses.get.useQuery({ id });
  return (
    <Drawer opened onClose={onClose} title={t("responses.history.title")} size="lg">
      <QueryState query={query}>
        {({ history }) => (
          <Timeline active={history.length - 1} bulletSize={14} lineWidth={2}>
            {history.map((change) => (
              <Timeline.Item key={change.id} title={<ChangeTitle change={change} />}>
                <ChangeBody change={change} />
              </Timeline.Item>
            ))}
          </Timeline>
        )}
      </QueryState>
    </Drawer>
  );
};

const ChangeTitle = ({ change: { kind, isUndone } }: { change: ResponseChange }) => {
  const { t } = useTranslation();
  return (
    <Text size="sm" fw={550} td={isUndone ? "line-through" : undefined}>
      {t(`responses.history.kinds.${kind}`)}
      {isUndone && ` (${t("responses.history.undone")})`}
    </Text>
  );
};

const fields = [
  "representativeName",
  "representativeTitle",
  "representativeLevel",
  "responseType",
  "responseText",
  "userComment",
  "repliedOn",
] as const;

const ChangeBody = ({ change: { kind, at, byName, byOffice, before, note } }: { change: ResponseChange }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const fallback = kind === "SUBMITTED" || kind === "PROPOSED" ? t("responses.history.sender") : t("responses.history.system");
  const changed = kind === "EDITED" ? fields.filter((field) => field in before) : [];
  const shown = (field: (typeof fields)[number]): string => {
    const value = before[field];
    const level = governmentLevels.find((one) => one === value);
    if (field === "representativeLevel" && level !== undefined) return t(`influence:levels.${level}`);
    const type = responseTypes.find((one) => one === value);
    if (field === "responseType" && type !== undefined) return t(`responses.types.${type}`);
    return typeof value === "string" && value !== "" ? value : t("responses.history.nothing");
  };
  return (
    <>
      <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {t("responses.history.by", { who: byName ?? byOffice ?? fallback, at: formats.dateTime(at) })}
      </Text>
      {typeof before["upvotes"] === "number" && <Text size="sm">{t("responses.oddUpvotes.count", { count: before["upvotes"] })}</Text>}
      {note !== null && note !== "" && (
        <Text size="sm" mt={4} style={{ overflowWrap: "anywhere" }}>
          {note}
        </Text>
      )}
      {changed.map((field) => (
        <div key={field} style={{ marginTop: 6 }}>
          <Text size="xs" c="dimmed">
            {t("responses.history.before", { field: t(`responses.history.fields.${field}`) })}
          </Text>
          <div className={classes.quoted} tabIndex={0}>
            {shown(field)}
          </div>
        </div>
      ))}
    </>
  );
};
