import { type Feature, namesOf } from "./names";

type Read = (file: string) => string | null;

/** Files that exist and must name the new ones, as they read afterwards. Throws a sentence when one is not there or not as expected. */
export const wireFeature = (feature: Feature, read: Read): Record<string, string> => {
  const { area, noun, surface } = feature;
  const { folder, many, router, areaRouter } = namesOf(feature);
  const known = (file: string): string => {
    const text = read(file);
    if (text === null) throw new Error(`${file} does not exist: the area ${area} has no such door yet, so make it first.`);
    return text;
  };
  const door = (file: string, from: string): [string, string] => [file, `${known(file)}export * from "${from}";\n`];
  const schema = `prisma/schema/${area}.prisma`;
  const composed = `packages/routers/src/${area}/${surface}.ts`;
  return Object.fromEntries([
    [schema, `${known(schema).trimEnd()}\n\n${model(feature)}`],
    door(`packages/domain/src/${area}/index.ts`, `./${noun}`),
    door(`packages/db/src/${area}/index.ts`, `./${folder}`),
    door(`packages/services/src/${area}/index.ts`, `./${folder}/get-${noun}`),
    [
      composed,
      compose(known(composed), {
        areaRouter,
        line: `${many}: ${router}`,
        importLine: `import { ${router} } from "./${folder}/${surface}";`,
      }),
    ],
  ]);
};

const model = (feature: Feature): string => `model ${namesOf(feature).type} {
  id        String   @id @default(uuid(7)) @db.Uuid
  createdAt DateTime @default(now()) @db.Timestamptz(3)
  updatedAt DateTime @updatedAt @db.Timestamptz(3)
}
`;

type Composition = { areaRouter: string; line: string; importLine: string };

const compose = (text: string, { areaRouter, line, importLine }: Composition): string => {
  const start = `export const ${areaRouter} = router({`;
  if (!text.includes(start)) throw new Error(`${areaRouter} is not written as "${start} … })": add the line yourself.`);
  const [before = "", after = ""] = text.split(start);
  const rest = after.trimStart();
  const separator = rest.startsWith("})") ? " " : ", ";
  return `${before.trimEnd()}\n${importLine}\n\n${start} ${line}${separator}${rest}`;
};
