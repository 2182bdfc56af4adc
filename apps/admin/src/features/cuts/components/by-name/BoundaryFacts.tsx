import { Alert, Anchor, Stack, Text } from "@mantine/core";
import type { BoundaryPreview } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconAlertTriangle, IconCheck, IconReplace } from "@tabler/icons-react";
import { useSiteFormats } from "../../../../session/useSite";
import { BoundaryFigures, Overlaps } from "../BoundaryState";
import classes from "./ByName.module.css";

/** What the chosen boundary holds, what has become of it here, and whom to thank. */
export const BoundaryFacts = ({ boundary }: { boundary: BoundaryPreview }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { name, nameFr, geometry, isSimplified, overlaps, before, cutId } = boundary;
  return (
    <Stack gap="sm" component="section" aria-label={name}>
      <div>
        <Text fw={600} fz={17}>
          {name}
        </Text>
        {nameFr !== null && nameFr !== name && (
          <Text size="sm" c="dimmed">
            {t("turfByName.french", { name: nameFr })}
          </Text>
        )}
      </div>
      <BoundaryFigures inside={boundary} geometry={geometry} />
      {cutId !== null && before === null && (
        <Alert color="spruce" icon={<IconCheck />} title={t("turfByName.thereTitle")}>
          {t("turfByName.thereText")}
        </Alert>
      )}
      {before !== null && (
        <Alert color="amber" icon={<IconReplace />} title={t("turfByName.changedTitle")}>
          {t("turfByName.changedText", { count: before.addresses, shown: formats.number(before.addresses) })}
        </Alert>
      )}
      {isSimplified && (
        <Alert color="amber" icon={<IconAlertTriangle />}>
          {t("turfByName.simplified")}
        </Alert>
      )}
      <Overlaps overlaps={overlaps} />
      <Credit boundary={boundary} />
    </Stack>
  );
};

const Credit = ({ boundary: { credit, licenceUrl, fetchedAt, setName } }: { boundary: BoundaryPreview }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <p className={classes.credit}>
      {t(fetchedAt === null ? "turfByName.creditHere" : "turfByName.credit", { credit: credit ?? setName })}
      {licenceUrl !== null && (
        <>
          {" · "}
          <Anchor href={licenceUrl} target="_blank" rel="noreferrer" inherit underline="always">
            {t("turfByName.licence")}
          </Anchor>
        </>
      )}
      {fetchedAt !== null && ` · ${t("turfByName.fetched", { date: formats.date(fetchedAt) })}`}
    </p>
  );
};
