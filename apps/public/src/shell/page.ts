import type { ReactNode } from "react";
import type { OfficeTicketChange } from "../rendered";

/** One rendered page before it becomes a document. */
export type Page = {
  status: number;
  title: string;
  description: string;
  body: ReactNode;
  /** A picture for shares: a path or an absolute address. */
  image?: string | null;
  /** Pages that are somebody's own (tokens) or nowhere to land are kept out of search engines. */
  noindex?: boolean;
  /** Source files of the panels on this page, so that they load beside the entry. */
  panels?: readonly string[];
  headers?: Record<string, string>;
  /** What this browser shall hold for an office's page from now on; null to forget it. */
  officeTicket?: OfficeTicketChange;
  /** Without the site's header and footer, for a frame. */
  bare?: boolean;
  /** Sites that may show the page in a frame. */
  frameAncestors?: readonly string[];
};
