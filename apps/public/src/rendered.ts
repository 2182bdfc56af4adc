/** An answer the server sends on as it is. */
export type Rendered = { status: number; html: string; headers?: Record<string, string> };
