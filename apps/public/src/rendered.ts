/** An answer the server sends on as it is. */
export type Rendered = {
  status: number;
  html: string;
  headers?: Record<string, string>;
  /** Sites that may show the page in a frame; nobody but ourselves where it is not said. */
  frameAncestors?: readonly string[];
};
