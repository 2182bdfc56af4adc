/** The environment of the run: the programs it starts get it too, but for NODE_ENV, which is Vitest's own affair. */
export const ownEnvironment: Record<string, string | undefined> = { ...process.env, NODE_ENV: "" };
