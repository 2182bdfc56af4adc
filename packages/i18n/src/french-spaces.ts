/**
 * Keeps a colon, a percent or dollar sign and a closing guillemet on the line of the word before it, and an opening guillemet
 * on that of the word after it, as French is set in Canada; catalogues are written with plain spaces, which break.
 */
export const frenchSpaces = (text: string): string => text.replace(/ (?=[:»%$])/g, "\u00a0").replace(/« /g, "«\u00a0");
