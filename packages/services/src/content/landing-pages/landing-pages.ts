import { findLandingPage, listLandingPages as listRows } from "@cml/db/content";
import { type LandingPage, type ListLandingPagesInput, type PublicPage, type PublicPageInput, toPublicPage } from "@cml/domain/content";
import { type Actor, AppError, type Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const listLandingPages = (deps: Deps, _actor: Actor, input: ListLandingPagesInput): Promise<Page<LandingPage>> =>
  listRows(deps.db, input);

export const getLandingPage = async (deps: Deps, _actor: Actor, { id }: { id: string }): Promise<LandingPage> => {
  const page = await findLandingPage(deps.db, { id });
  if (page === null) throw new AppError("NOT_FOUND", "page.notFound");
  return page;
};

/** A published page in one language; an unpublished one looks like none. */
export const getPublicPage = async (deps: Deps, _actor: Actor, { slug, locale }: PublicPageInput): Promise<PublicPage> => {
  const page = await findLandingPage(deps.db, { slug });
  const shown = page === null ? null : toPublicPage(page, locale);
  if (shown === null) throw new AppError("NOT_FOUND", "page.notFound");
  return shown;
};
