import type { Locale } from "@cml/domain/kernel";
import { frenchSpaces } from "@cml/i18n/french-spaces";
import type { en } from "@cml/i18n/public";

/** The public catalogue's shape in either language; French has plural forms that English lacks, so only strings are promised. */
export type Catalogue = { [Section in keyof typeof en]: Tree };
export type Tree = { [key: string]: string | Tree };
export type Params = Readonly<Record<string, string | number>>;

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${"one" | "other"}` ? Stem : Key;
type Path<T, Prefix extends string> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${WithoutPlural<Key>}` : Path<T[Key], `${Prefix}${Key}.`>;
}[keyof T & string];

/** Every text of the public catalogue by its path, plurals by their stem. */
export type TextKey = Path<typeof en, "">;
export type Texts = (key: TextKey, params?: Params) => string;

/**
 * i18next's rules in the few lines this site needs: `{{name}}` is filled, `count` chooses the plural and is shown in the
 * language's own digits. The library itself would be a tenth of a page's whole weight.
 */
export const textsOf = (catalogue: Partial<Catalogue>, locale: Locale): Texts => {
  const plurals = new Intl.PluralRules(locale === "fr" ? "fr-CA" : "en-CA");
  const numbers = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA");
  return (key, params = {}) => {
    const count = params["count"];
    const forms = typeof count === "number" ? [`${key}_${plurals.select(count)}`, `${key}_other`, key] : [key];
    const text = forms.map((form) => find(catalogue, form)).find((found) => found !== undefined);
    if (text === undefined) throw new Error(`The public catalogue has no text ${key} here.`);
    const filled = text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => {
      const value = params[name];
      return typeof value === "number" ? numbers.format(value) : (value ?? "");
    });
    return locale === "fr" ? frenchSpaces(filled) : filled;
  };
};

const find = (tree: Partial<Tree>, path: string): string | undefined => {
  const found = path
    .split(".")
    .reduce<string | Partial<Tree> | undefined>((at, key) => (typeof at === "object" ? at[key] : undefined), tree);
  return typeof found === "string" ? found : undefined;
};
