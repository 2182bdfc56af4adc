import { z } from "zod";

// The worker may run on another machine than the server, so it reads its own few variables.
const environment = z.object({
  SERVER_URL: z.url(),
  WORKER_TOKEN: z.string().min(16),
  FFPROBE_PATH: z.string().optional(),
  POLL_SECONDS: z.coerce.number().min(1).max(300).default(5),
});
export type Environment = z.infer<typeof environment>;

const wayOut: Record<string, string> = {
  SERVER_URL: "SERVER_URL must be the server's address, for example https://campaign.example.org.",
  WORKER_TOKEN: "WORKER_TOKEN is missing: make one with `cm worker create NAME` on the server and set it here.",
  POLL_SECONDS: "POLL_SECONDS must be a number from 1 to 300.",
};

/** The variables, or the sentences that say what is wrong with them. */
export const readEnvironment = (source: Record<string, string | undefined>): { env: Environment } | { problems: string[] } => {
  const parsed = environment.safeParse(source);
  if (parsed.success) return { env: parsed.data };
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return { problems: [...names].map((name) => wayOut[name] ?? `${name} cannot be used.`) };
};
