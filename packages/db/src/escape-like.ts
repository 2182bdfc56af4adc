/** For Prisma's `contains`, which hands the text to ILIKE as it is, where % and _ are wild. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
