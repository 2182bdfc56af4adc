import { listRegisterReleases } from "@cml/db/platform";
import type { Actor, Locale } from "@cml/domain/kernel";
import { type DataCredit, openLicenceUrl } from "@cml/domain/platform";
import { translate } from "@cml/i18n";
import type { Deps } from "../deps";

/** What has to be said wherever imported addresses are shown or handed on, while they stand: one line for each release. For everybody. */
export const listDataCredits = async (deps: Pick<Deps, "db">, _actor: Actor, locale: Locale): Promise<DataCredit[]> => {
  const releases = await listRegisterReleases(deps.db);
  return releases.map((release) => ({ source: "nar", release, url: openLicenceUrl[locale], text: textOf(release, locale) }));
};

const textOf = (release: string | null, locale: Locale): string =>
  release === null
    ? translate(locale, "map:register.creditPlain")
    : translate(locale, "map:register.credit", { release: dated(release, locale) });

/** `202606` → `June 2026`, `juin 2026`; `2022` stays. */
const dated = (release: string, locale: Locale): string => {
  if (release.length === 4) return release;
  const day = new Date(Date.UTC(Number(release.slice(0, 4)), Number(release.slice(4)) - 1, 1));
  return new Intl.DateTimeFormat(`${locale}-CA`, { month: "long", year: "numeric", timeZone: "UTC" }).format(day);
};
