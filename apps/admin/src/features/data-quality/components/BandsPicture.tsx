import { Anchor, Group, Paper, Stack, Text } from "@mantine/core";
import type { DataQuality } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./DataQuality.module.css";

const bands = ["high", "medium", "low", "none"] as const;

/** All buildings as one bar, by how surely they stand; each band leads to its list. */
export const BandsPicture = ({ quality }: { quality: DataQuality }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const share = (band: (typeof bands)[number]) => (quality.buildings === 0 ? 0 : quality.bands[band] / quality.buildings);
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Text fw={600}>{t("quality.bands.title")}</Text>
        <div className={classes.bar} aria-hidden="true">
          {bands.map((band) => (share(band) === 0 ? null : <div key={band} className={classes[band]} style={{ flexGrow: share(band) }} />))}
        </div>
        <ul className={classes.bands}>
          {bands.map((band) => (
            <li key={band}>
              <Group gap={8} wrap="nowrap" align="flex-start">
                <span className={`${classes.swatch} ${classes[band]}`} aria-hidden="true" />
                <div>
                  <Anchor component={Link} to="/doors" search={{ band } as never} size="sm" fw={600}>
                    {t(`quality.bands.${band}`)}
                  </Anchor>
                  <Text size="sm" className={classes.number}>
                    {formats.number(quality.bands[band])} · {formats.percent(share(band))}
                  </Text>
                </div>
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
    </Paper>
  );
};
