/** An answer the server sends on as it is. */
export type Rendered = {
  status: number;
  html: string;
  headers?: Record<string, string>;
  /** A cookie to set (or to forget) for one office's page. */
  officeTicket?: OfficeTicketChange;
  /** Sites that may show the page in a frame; nobody but ourselves where it is not said. */
  frameAncestors?: readonly string[];
};

export type OfficeTicketChange = { ref: string; ticket: string; endsAt: Date } | { ref: string; ticket: null };
