import type { Wall, WallResponse } from "@cml/domain/influence";

export const replyId = "01a20333-7650-7090-82b9-19ccdb3a04dc";

export const aReply = (more: Partial<WallResponse> = {}): WallResponse => ({
  id: replyId,
  campaignSlug: "lanes",
  representativeName: "Noor Whitfield",
  representativeTitle: "Member of Parliament",
  level: "FEDERAL",
  partyName: null,
  type: "EMAIL",
  text: "I will vote for it.",
  comment: null,
  screenshotUrl: null,
  screenshotWidth: null,
  screenshotHeight: null,
  author: "Ana Supporter",
  isOffice: false,
  repliedOn: "2026-10-20",
  daysToReply: 12,
  confirmedByOffice: null,
  proofSeen: null,
  officeReply: null,
  upvotes: 12,
  upvotedByMe: null,
  createdAt: new Date("2026-10-21T15:00:00Z"),
  locale: "en",
  personKey: "FEDERAL|noorwhitfield|",
  photoUrl: null,
  ...more,
});

export const aWall = (more: Partial<Wall> = {}): Wall => ({
  campaignSlug: "lanes",
  campaignTitle: "Protected bike lanes",
  state: "OPEN",
  total: 3,
  confirmed: 0,
  fitting: 3,
  items: [aReply()],
  previous: null,
  next: null,
  levels: [{ level: "FEDERAL", count: 3 }],
  types: [{ type: "EMAIL", count: 3 }],
  people: [{ key: "FEDERAL|noorwhitfield|", name: "Noor Whitfield", title: null, count: 3 }],
  ...more,
});
