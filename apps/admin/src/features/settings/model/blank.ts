/** An empty field is stored as "not set". */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
