import type { Locale } from "@cml/domain/kernel";
import { createContext, useContext } from "react";
import type { Texts } from "../texts/texts";
import { addressIn, type Prefixes } from "./addresses";

/** What every component of the site may know, on the server and in a panel. */
export type PageFacts = { locale: Locale; t: Texts; organization: string; timeZone: string; prefixes: Prefixes };

const PageContext = createContext<PageFacts | null>(null);
export const PageProvider = PageContext.Provider;

/** The page's facts, and `link`, which keeps the reader in the page's language. */
export const usePage = (): PageFacts & { link: (path: string) => string } => {
  const facts = useContext(PageContext);
  if (facts === null) throw new Error("A part of the public site was drawn outside a page.");
  return { ...facts, link: (path) => addressIn(facts.prefixes, facts.locale, path) };
};
