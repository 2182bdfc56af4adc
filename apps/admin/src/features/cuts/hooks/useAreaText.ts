import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";

/** Square metres as somebody who walks them says it: hectares, from a hundred on square kilometres. */
export const useAreaText = (): ((squareMetres: number) => string) => {
  const { t } = useTranslation();
  const { number } = useSiteFormats();
  return (squareMetres) =>
    squareMetres < 1_000_000
      ? t("turf.hectares", { area: number(Math.max(0.1, Math.round(squareMetres / 1000) / 10)) })
      : t("turf.squareKilometres", { area: number(Math.round(squareMetres / 100_000) / 10) });
};
