import { type LandingPage, type ListLandingPagesInput, landingPageSchema, type PageBlock, pageBlockSchema } from "@cml/domain/content";
import { type Page, sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import { escapeLike } from "../escape-like";

export const findLandingPage = async (db: Db, by: { id: string } | { slug: string }): Promise<LandingPage | null> => {
  const row = await db.prisma.landingPage.findUnique({ where: by });
  return row === null ? null : landingPageSchema.parse(row);
};

export const listLandingPages = async (db: Db, input: ListLandingPagesInput): Promise<Page<LandingPage>> => {
  const { search, page, pageSize } = input;
  const { offset, limit } = sliceOf(input);
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const where = search === "" ? {} : { OR: [{ title: contains }, { slug: contains }] };
  const [rows, total] = await Promise.all([
    db.prisma.landingPage.findMany({ where, orderBy: [{ updatedAt: "desc" }, { id: "desc" }], skip: offset, take: limit }),
    db.prisma.landingPage.count({ where }),
  ]);
  return { items: landingPageSchema.array().parse(rows), total, page, pageSize };
};

export const listPageBlocks = async (db: Db): Promise<PageBlock[]> =>
  pageBlockSchema.array().parse(await db.prisma.pageBlock.findMany({ orderBy: [{ sortOrder: "asc" }, { id: "asc" }] }));
