import { Alert, Button, Stack, Text, Textarea, Title } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { type ShiftDay, whatIsOut } from "@cml/domain/map";
import { useFormats, useLocale, useTranslation } from "@cml/ui/i18n";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import type { RosterPerson } from "../model/day-people";
import { PhoneLine } from "./PhoneLine";

type Props = { day: ShiftDay; people: RosterPerson[]; onDone: () => void };

/** The sum of the day, what is still out, and its end. */
export const CloseTab = (props: Props) => (
  <Stack p="md" gap="lg">
    <Came {...props} />
    {props.day.shift.closedAt === null ? <Closing {...props} /> : <Closed {...props} />}
  </Stack>
);

const Came = ({ day, people }: Props) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const came = people.filter(({ status }) => status === "ATTENDED");
  const walkUps = came.filter(({ source }) => source === "WALK_UP").length;
  const sum = (of: "doors" | "done") => day.turfs.reduce((total, turf) => total + turf[of], 0);
  return (
    <div>
      <Title order={2} size="h3">
        {t("app.day.end.came", { count: came.length })}
      </Title>
      {walkUps > 0 && <Text>{t("app.day.end.walkUps", { count: walkUps })}</Text>}
      {sum("doors") > 0 && (
        <Text>{t("app.day.end.doors", { done: formats.number(sum("done")), total: formats.number(sum("doors")) })}</Text>
      )}
    </div>
  );
};

const Closing = ({ day, people, onDone }: Props) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const locale = useLocale();
  const [reason, setReason] = useState("");
  const close = api.map.shiftDay.close.useMutation({ networkMode: "always", onSettled: onDone });
  const now = new Date();
  const { turfs, phones } = whatIsOut(day, now);
  const missing = people.filter(({ state }) => state === "EXPECTED").length;
  const isOut = turfs.length > 0 || phones.length > 0;
  const hasBegun = day.shift.startsAt <= now;
  return (
    <>
      <section>
        <Title order={2} size="h4">
          {t("app.day.end.notBack")}
        </Title>
        {turfs.length === 0 && <Text c="dimmed">{t("app.day.end.notBackNone")}</Text>}
        {turfs.map((turf) => (
          <Text key={turf.id}>
            {turf.people.map(({ name }) => name).join(", ")} ({turf.cutName}, {t("app.day.turf.left", { count: turf.doors - turf.done })})
          </Text>
        ))}
      </section>
      <section>
        <Title order={2} size="h4">
          {t("app.day.end.unsent")}
        </Title>
        {phones.length === 0 && <Text c="dimmed">{t("app.day.phones.all")}</Text>}
        {phones.map((phone) => (
          <PhoneLine key={phone.userId} phone={phone} />
        ))}
      </section>
      {missing > 0 && <Text>{t("app.day.end.missing", { count: missing })}</Text>}
      {close.error !== null && (
        <Alert color="brick" role="alert">
          {errorMessage(close.error, locale)}
        </Alert>
      )}
      {!hasBegun && <Text c="dimmed">{t("app.day.end.notYet", { time: formats.dateTime(day.shift.startsAt) })}</Text>}
      {hasBegun && isOut && (
        <Textarea
          size="lg"
          autosize
          minRows={2}
          label={t("app.day.end.reason")}
          description={t("app.day.end.reasonHint")}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Button
        size="lg"
        mih={56}
        loading={close.isPending}
        disabled={!hasBegun || (isOut && reason.trim() === "")}
        onClick={() => close.mutate({ shiftId: day.shift.id, reason: reason.trim() === "" ? null : reason.trim() })}
      >
        {t(isOut ? "app.day.end.submitAnyway" : "app.day.end.submit")}
      </Button>
    </>
  );
};

const Closed = ({ day, onDone }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const reopen = api.map.shiftDay.reopen.useMutation({ networkMode: "always", onSettled: onDone });
  return (
    <>
      <Alert color="spruce" icon={<IconCircleCheck />} title={t("app.day.end.closed")} role="status">
        <Text size="sm">{t("app.day.end.closedText")}</Text>
        {day.shift.closeReason !== null && (
          <Text size="sm" mt={4}>
            {t("app.day.end.reasonWas", { reason: day.shift.closeReason })}
          </Text>
        )}
      </Alert>
      {reopen.error !== null && (
        <Alert color="brick" role="alert">
          {errorMessage(reopen.error, locale)}
        </Alert>
      )}
      <Button variant="default" size="lg" mih={56} loading={reopen.isPending} onClick={() => reopen.mutate({ shiftId: day.shift.id })}>
        {t("app.day.end.reopen")}
      </Button>
    </>
  );
};
