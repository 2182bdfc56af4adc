import manifest from "../package.json" with { type: "json" };

/** Version of the product; all workspaces carry the same one. */
export const version: string = manifest.version;
