import type { pageBlockTypes } from "@cml/domain/content";
import { otherLocale, type Locale } from "@cml/domain/kernel";
import type { Db } from "@cml/db";
import { blockTexts, type BlockTexts } from "./page-block-texts";

type BlockType = (typeof pageBlockTypes)[number];
type FieldType = "string" | "text" | "image" | "url" | "list";

/** The fields of each block, in the order the editor shows them; `list` names the fields of its items. */
const fields: Record<BlockType, Record<string, FieldType | Record<string, FieldType>>> = {
  hero: { title: "string", subtitle: "text", backgroundImage: "image", ctaText: "string", ctaUrl: "url" },
  text: { heading: "string", body: "text" },
  image: { image: "image", alt: "string", caption: "string" },
  cta: { heading: "string", body: "text", buttonText: "string", buttonUrl: "url" },
  features: { heading: "string", items: { title: "string", text: "text" } },
  testimonials: { heading: "string", items: { quote: "text", name: "string", role: "string" } },
  form: { heading: "string", body: "text", nameLabel: "string", emailLabel: "string", consentLabel: "text", buttonText: "string" },
};

const addresses: Record<string, string> = { ctaUrl: "/campaigns", buttonUrl: "/shifts", backgroundImage: "", image: "" };

/** One block of each of the seven types. A block that exists is left as people changed it. */
export const seedPageBlocks = async ({ prisma }: Db, locale: Locale): Promise<void> => {
  const types = Object.keys(fields) as BlockType[];
  await prisma.pageBlock.createMany({ data: types.map((type, index) => blockRow(type, index, locale)), skipDuplicates: true });
};

const blockRow = (type: BlockType, index: number, locale: Locale) => {
  const other = otherLocale(locale);
  const own = blockTexts[type][locale];
  return {
    key: `default-${type}`,
    type,
    label: own.label,
    category: own.category,
    sortOrder: index + 1,
    schema: schemaOf(type, locale),
    defaults: { ...addressesOf(type), ...own.defaults },
    translations: { [other]: flatTexts(blockTexts[type][other]) },
  };
};

const schemaOf = (type: BlockType, locale: Locale) => {
  const labels = blockTexts[type][locale].fields;
  return Object.fromEntries(
    Object.entries(fields[type]).map(([name, kind]) => [
      name,
      typeof kind === "string"
        ? { type: kind, label: labels[name] ?? name }
        : {
            type: "list",
            label: labels[name] ?? name,
            items: Object.fromEntries(
              Object.entries(kind).map(([item, itemKind]) => [item, { type: itemKind, label: labels[`${name}.${item}`] ?? item }]),
            ),
          },
    ]),
  );
};

const addressesOf = (type: BlockType) => Object.fromEntries(Object.entries(addresses).filter(([name]) => name in fields[type]));

// Translations are one flat record: "label", "schema.title", "defaults.items.0.text".
const flatTexts = ({ label, category, fields: labels, defaults }: BlockTexts): Record<string, string> => ({
  label,
  category,
  ...Object.fromEntries(Object.entries(labels).map(([name, text]) => [`schema.${name}`, text])),
  ...Object.fromEntries(
    Object.entries(defaults).flatMap(([name, value]) =>
      typeof value === "string"
        ? [[`defaults.${name}`, value]]
        : value.flatMap((item, index) => Object.entries(item).map(([key, text]) => [`defaults.${name}.${index}.${key}`, text])),
    ),
  ),
});
