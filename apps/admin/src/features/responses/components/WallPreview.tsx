import { Paper, Stack, Text } from "@mantine/core";
import type { ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import { ResponsePicture } from "./ResponsePicture";
import { ItemHead } from "./ResponseItem";
import classes from "./Responses.module.css";

/** What everybody will read: the words and pixels below the boxes are not there any more. */
export const WallPreview = ({ response }: { response: ResponseView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { shownText, shownComment, submittedByName, isAnonymous, repliedOn, daysToReply, locale, officeReply } = response;
  const author = isAnonymous || submittedByName === null ? null : submittedByName;
  return (
    <Paper withBorder radius="md" p="lg" component="section" aria-label={t("responses.item.wall")}>
      <Text size="sm" fw={600} c="dimmed" mb="sm">
        {t("responses.item.wall")}
      </Text>
      <Stack gap="md">
        <ItemHead response={response} />
        <div className={classes.item} data-picture={response.screenshotUrl !== null || undefined}>
          <Stack gap="md">
            {shownText !== "" && (
              <p className={classes.text} lang={locale}>
                {shownText}
              </p>
            )}
            {shownComment !== null && (
              <p className={classes.comment} lang={locale}>
                {shownComment}
              </p>
            )}
            <Text size="sm" c="dimmed">
              {[
                author === null ? t("responses.item.authorAnonymous") : t("responses.item.author", { name: author }),
                t(`responses.types.${response.type}`),
                repliedOn === null ? null : formats.day(repliedOn),
                daysToReply === null ? null : t("responses.item.days", { count: daysToReply }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
            {officeReply?.status === "APPROVED" && (
              <div>
                <Text fw={600} size="sm">
                  {t("responses.item.officeReply")}
                </Text>
                <p className={classes.comment} lang={locale}>
                  {officeReply.text}
                </p>
              </div>
            )}
          </Stack>
          <ResponsePicture response={response} asOnWall />
        </div>
      </Stack>
    </Paper>
  );
};
