import { publicCount } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";

type Props = { name: string; doors: number | null; completionPercentage: number; isPublic: boolean };

/** What somebody without an account sees of a turf, in one sentence. */
export const PublicPreview = ({ name, doors, completionPercentage, isPublic }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (!isPublic) return <>{t("turf.publicOff")}</>;
  const shown = doors === null ? null : publicCount(doors);
  if (shown === null) return <>{t("turf.publicFew")}</>;
  return (
    <>
      {t("turf.publicSees", {
        name: name.trim() === "" ? "…" : name,
        doors: formats.number(shown),
        percent: formats.percent(completionPercentage / 100),
      })}
    </>
  );
};
