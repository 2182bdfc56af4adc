import { Alert, Stack } from "@mantine/core";
import type { SheetToType } from "@cml/domain/canvass";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { SheetFailed } from "../components/SheetFailed";
import { TypingDesk } from "../components/TypingDesk";
import { type Who, WhoAndWhen } from "../components/WhoAndWhen";
import { forgetWho, keepWho, readWho } from "../model/kept-who";
import { BackLink } from "../../../shell/BackLink";
import { QueryState } from "../../../shell/QueryState";

/** One sheet: who walked and when, and then door by door. */
export const SheetPage = () => {
  const { code = "" }: { code?: string } = useParams({ strict: false });
  const query = api.canvass.sheets.open.useQuery({ code }, { refetchOnWindowFocus: false, retry: false });
  if (query.data === undefined && query.error !== null) return <SheetFailed error={query.error} />;
  return <QueryState query={query}>{(sheet) => <Sheet key={sheet.id} sheet={sheet} />}</QueryState>;
};

const Sheet = ({ sheet }: { sheet: SheetToType }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const [who, setWho] = useState<Who | null>(() => readWho(sheet));
  const choose = (chosen: Who | null) => {
    if (chosen === null) forgetWho(sheet.id);
    else keepWho(sheet.id, chosen);
    setWho(chosen);
  };
  return (
    <>
      <PageHeader
        title={sheet.cutName}
        lead={[
          t("sheets.sheetOf", { code: sheet.code }),
          sheet.shift?.title ?? t("sheets.noShift"),
          t("sheets.printedOn", { date: formats.date(sheet.printedAt) }),
        ].join(" · ")}
        back={<BackLink to="/sheets">{t("sheets.back")}</BackLink>}
      />
      <Stack gap="md">
        <Notices sheet={sheet} />
        {who === null ? (
          <WhoAndWhen sheet={sheet} chosen={null} onChosen={choose} />
        ) : (
          <TypingDesk sheet={sheet} who={who} onChangeWho={() => choose(null)} />
        )}
      </Stack>
    </>
  );
};

/** What one should know of this paper before typing it. */
const Notices = ({ sheet }: { sheet: SheetToType }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  // As it was when the page was opened: what is typed meanwhile is no news.
  const [entered] = useState(sheet.entered.length);
  const said = [
    sheet.returnedAt === null ? null : t("sheets.returned", { date: formats.date(sheet.returnedAt) }),
    sheet.shift?.isCancelled === true ? t("sheets.cancelled") : null,
    entered === 0 ? null : t("sheets.already", { entered: formats.number(entered), doors: formats.number(sheet.doors) }),
    sheet.gone.length === 0 ? null : t("sheets.gone", { count: sheet.gone.length, lines: sheet.gone.join(", ") }),
  ].filter((text) => text !== null);
  if (said.length === 0) return null;
  return (
    <Alert color="gray" variant="light">
      {said.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </Alert>
  );
};
