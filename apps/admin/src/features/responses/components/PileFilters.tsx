import { Chip, Select } from "@mantine/core";
import { type ResponseDesk, responseDesks, responseTypes } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { memo, useEffect, useRef } from "react";
import { useSiteFormats } from "../../../session/useSite";
import { oneOf } from "../../../shell/usePageSearch";
import type { ResponseSearch } from "../model/response-search";
import { CampaignSelect } from "./CampaignSelect";
import classes from "./Responses.module.css";

type Props = {
  search: ResponseSearch;
  counts: Record<ResponseDesk, number> | undefined;
  onChange: (changes: Partial<ResponseSearch>) => void;
};

// What waits for somebody first.
const order = ["PENDING", "OFFICE_REPLY", "DISPUTED", "APPROVED", "REJECTED"] as const satisfies readonly ResponseDesk[];

/** Which pile, of which campaign, and how the replies came; each pile says how many it holds under the other filters. */
export const PileFilters = ({ search, counts, onChange }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const row = useRef<HTMLDivElement>(null);
  // Where the piles do not fit, the chosen one is in view.
  useEffect(() => {
    const chosen = row.current?.querySelector("input:checked")?.parentElement;
    if (row.current && chosen) row.current.scrollLeft = chosen.offsetLeft - (row.current.clientWidth - chosen.clientWidth) / 2;
  }, [search.pile]);
  return (
    <div className={classes.filters}>
      <Chip.Group value={search.pile} onChange={(value) => onChange({ pile: oneOf(responseDesks, value) ?? "PENDING", item: "", page: 1 })}>
        <div ref={row} className={classes.piles} role="group" aria-label={t("responses.pile")}>
          {order.map((pile) => (
            <Chip key={pile} value={pile} size="sm" variant="light">
              {t(`responses.piles.${pile}`)}
              {counts !== undefined && ` (${formats.number(counts[pile])})`}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <NarrowFilters campaign={search.campaign} type={search.type} onChange={onChange} />
    </div>
  );
};

type NarrowProps = Pick<ResponseSearch, "campaign" | "type"> & Pick<Props, "onChange">;

/** Drawn again only when they change: a decision changes the numbers beside them, and nothing of theirs. */
const NarrowFilters = memo(({ campaign, type, onChange }: NarrowProps) => {
  const { t } = useTranslation();
  const types = responseTypes.map((value) => ({ value, label: t(`responses.types.${value}`) }));
  return (
    <div className={classes.narrow}>
      <CampaignSelect
        value={campaign}
        placeholder={t("responses.allCampaigns")}
        clearable
        onChange={(id) => onChange({ campaign: id, item: "", page: 1 })}
      />
      <Select
        aria-label={t("responses.type")}
        placeholder={t("responses.allTypes")}
        data={types}
        clearable
        value={type}
        onChange={(value) => onChange({ type: oneOf(responseTypes, value), item: "", page: 1 })}
      />
    </div>
  );
});
NarrowFilters.displayName = "NarrowFilters";
