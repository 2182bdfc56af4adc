import type { Permission } from "@cml/domain/auth";

const gigabyte = 1024 ** 3;

/** What an upload may be for: who may send it and how large it may be. */
export const uploadPurposes = {
  import: { permission: "location.import", maxBytes: 4 * gigabyte },
  cover: { permission: "campaign.edit", maxBytes: gigabyte / 32 },
  page: { permission: "page.edit", maxBytes: gigabyte / 32 },
  video: { permission: "video.edit", maxBytes: 20 * gigabyte },
} as const satisfies Record<string, { permission: Permission; maxBytes: number }>;

export type UploadPurpose = keyof typeof uploadPurposes;
