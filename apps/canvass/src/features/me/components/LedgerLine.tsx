import { Badge, Button, Text } from "@mantine/core";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import type { FieldEvent } from "../../../offline/field-events";
import type { StoredEvent } from "../../../offline/store";
import classes from "./LedgerLine.module.css";

const tones = { waiting: "amber", sent: "spruce", refused: "brick" } as const;
const dayMs = 24 * 3600 * 1000;

type Props = { event: StoredEvent<FieldEvent>; door: string | undefined; onSendAgain: () => void };

const useWhat = (payload: FieldEvent): string => {
  const { t } = useTranslation();
  if (payload.kind === "visit") return t(`app.outcomes.${payload.input.outcome}`);
  if (payload.kind !== "day") return t(`app.me.kind.${payload.kind}`);
  const { act, name } = payload;
  return t(`app.day.noted.${act.verb === "markBack" ? (act.input.back ? "left" : "stayed") : act.verb}`, { name });
};

/** One record of this phone and what became of it. */
export const LedgerLine = ({ event, door, onSendAgain }: Props) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { payload } = event;
  const what = useWhat(payload);
  const at = new Date(event.recordedAt);
  const when = Date.now() - event.recordedAt < dayMs ? formats.time(at) : formats.dateTime(at);
  return (
    <li className={classes.line}>
      <div className={classes.row}>
        <div>
          <Text fw={600} lh={1.3}>
            {door ?? what}
          </Text>
          <Text size="sm" c="dimmed" lh={1.35}>
            {door === undefined ? when : `${what}, ${when}`}
          </Text>
        </div>
        <Badge size="lg" color={tones[event.state]} style={{ flex: "none" }}>
          {t(`app.me.state.${event.state}`)}
        </Badge>
      </div>
      {event.state === "refused" && (
        <div className={classes.row}>
          <Text size="sm">{event.reason}</Text>
          <Button variant="default" mih={56} onClick={onSendAgain} style={{ flex: "none" }}>
            {t("app.me.sendAgain")}
          </Button>
        </div>
      )}
    </li>
  );
};
