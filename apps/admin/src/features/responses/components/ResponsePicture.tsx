import { Alert, Anchor, Text } from "@mantine/core";
import type { ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import classes from "./Responses.module.css";

type Props = { response: ResponseView; asOnWall: boolean };

/** The picture: as it was sent with its boxes laid over, or as the wall shows it, with the pixels below them gone. */
export const ResponsePicture = ({ response, asOnWall }: Props) => {
  const { t } = useTranslation();
  const { originalUrl, screenshotUrl, screenshotWidth, screenshotHeight, representativeName, boxes } = response;
  const source = asOnWall ? screenshotUrl : (originalUrl ?? screenshotUrl);
  if (source === null) return null;
  return (
    <div>
      {!asOnWall && response.isPictureUnread && boxes.picture.length === 0 && (
        <Alert color="amber" mb="sm" title={t("responses.item.unread")}>
          {t("responses.item.unreadHint")}
        </Alert>
      )}
      <div className={classes.pictureFrame} tabIndex={0} role="group" aria-label={t("responses.item.picture")}>
        <div className={classes.picture}>
          <img
            key={source}
            src={source}
            width={screenshotWidth ?? undefined}
            height={screenshotHeight ?? undefined}
            alt={t("responses.item.pictureOf", { name: representativeName })}
          />
          {!asOnWall && boxes.picture.map((box, at) => <span key={at} className={classes.cover} style={placeOf(box)} aria-hidden="true" />)}
        </div>
      </div>
      <Text size="sm" mt={4}>
        <Anchor href={source} target="_blank" rel="noreferrer">
          {t("responses.item.enlarge")}
        </Anchor>
      </Text>
    </div>
  );
};

/** Where a box lies, for the browser. */
export const placeOf = ([x, y, width, height]: ResponseView["boxes"]["picture"][number]) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});
