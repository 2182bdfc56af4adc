import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { errorMessage, failureOf } from "@cml/api-client";
import { useFormats, useLocale, useTranslation } from "@cml/ui/i18n";
import { IconCamera, IconCheck } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { api } from "../../../api";
import { Sheet } from "./Sheet";

// The reader of pictures is large, and most phones have one of their own: it comes when the camera is opened.
const CodeScanner = lazy(async () => ({ default: (await import("@cml/ui/scan")).CodeScanner }));

type Props = { shiftId: string; isOpen: boolean; onClose: () => void; onDone: () => void };

/** Checks in whoever shows the code of their own page, by camera or typed. */
export const CodeSheet = ({ shiftId, isOpen, onClose, onDone }: Props) => {
  const { t } = useTranslation();
  return (
    <Sheet title={isOpen ? t("app.day.code.title") : null} onClose={onClose}>
      {isOpen && <CodeForm shiftId={shiftId} onDone={onDone} />}
    </Sheet>
  );
};

const CodeForm = ({ shiftId, onDone }: Pick<Props, "shiftId" | "onDone">) => {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const [isScanning, setScanning] = useState(false);
  const { ask, outcome, isPending } = useCode({ shiftId, onDone, onTaken: () => setCode("") });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask(code);
      }}
    >
      <Stack gap="md">
        {outcome}
        <TextInput
          size="lg"
          styles={{ input: { minHeight: 56, fontFamily: "var(--mantine-font-family-monospace)", textTransform: "uppercase" } }}
          label={t("app.day.code.typed")}
          description={t("app.day.code.hint")}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" mih={56} fullWidth loading={isPending} disabled={code.trim() === ""}>
          {t("app.day.code.submit")}
        </Button>
        <Button variant="default" size="lg" mih={56} fullWidth leftSection={<IconCamera size={22} />} onClick={() => setScanning(true)}>
          {t("app.day.code.scan")}
        </Button>
      </Stack>
      {isScanning && (
        <Suspense fallback={null}>
          <CodeScanner title={t("app.day.code.hold")} onCode={ask} onClose={() => setScanning(false)}>
            {outcome}
          </CodeScanner>
        </Suspense>
      )}
    </form>
  );
};

type Asking = { shiftId: string; onDone: () => void; onTaken: () => void };

/** Asks the server whose code it is; gives what to say of the last one. */
const useCode = ({ shiftId, onDone, onTaken }: Asking) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const locale = useLocale();
  const check = api.map.shiftDay.checkInByCode.useMutation({
    networkMode: "always",
    onSuccess: () => {
      onTaken();
      onDone();
    },
  });
  const { data, error } = check;
  const outcome =
    data !== undefined ? (
      <Alert color={data.already ? "amber" : "spruce"} icon={<IconCheck />} role="status">
        {t(data.already ? "app.day.code.already" : "app.day.code.done", {
          name: data.person.name,
          time: data.person.checkedInAt === null ? "" : formats.time(data.person.checkedInAt),
        })}
      </Alert>
    ) : error === null ? null : (
      <Alert color="brick" role="alert">
        {failureOf(error).status === 0 ? t("app.day.code.noSignal") : errorMessage(error, locale)}
      </Alert>
    );
  return { ask: (code: string) => check.mutate({ shiftId, code }), outcome, isPending: check.isPending };
};
