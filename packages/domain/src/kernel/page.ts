import { z } from "zod";

export const maxPageSize = 200;

/** Which slice of a list is asked for; pages count from 1. */
export const pageInput = z.object({
  page: z.int().min(1).max(100_000).default(1),
  pageSize: z.int().min(1).max(maxPageSize).default(50),
});
export type PageInput = z.infer<typeof pageInput>;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });

export type Page<T> = { items: T[]; total: number; page: number; pageSize: number };

/** SQL OFFSET and LIMIT of a page. */
export const sliceOf = ({ page, pageSize }: PageInput): { offset: number; limit: number } => ({
  offset: (page - 1) * pageSize,
  limit: pageSize,
});
