import Handlebars from "handlebars";
import { convert } from "html-to-text";

export type TemplateTexts = { subject: string; html: string; text: string };
export type TemplateVariable = { key: string; required: boolean };
export type Variables = Readonly<Record<string, string | number | boolean>>;

/** A template that cannot be used as it stands; `reason` is a closed list, `detail` the name or the parser's words. */
export class TemplateFault extends Error {
  constructor(
    readonly reason: "syntax" | "unknownVariable" | "missingVariable" | "notAllowed",
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
    this.name = "TemplateFault";
  }
}

// Only variables and {{#if}}, {{#unless}}, {{#each}}: no partials, no look-ups of prototypes, no other helpers.
const engine = Handlebars.create();
for (const name of ["with", "lookup", "log"]) engine.unregisterHelper(name);
const blocks = new Set(["if", "unless", "each"]);

type Compiled = { fill: (variables: Variables) => string; names: readonly string[] };
const cache = new Map<string, Compiled>();
const cacheSize = 200;

const compiled = (source: string, noEscape: boolean): Compiled => {
  const key = `${noEscape ? "t" : "h"}${source}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const names = variablesIn(source);
  const made = { names, fill: engine.compile(source, { noEscape, strict: false, knownHelpersOnly: false }) as Compiled["fill"] };
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value ?? "");
  cache.set(key, made);
  return made;
};

/** Names of all variables a template text uses. Throws TemplateFault for text that does not parse or does more than we allow. */
export const variablesIn = (source: string): string[] => {
  const names = new Set<string>();
  visit(parse(source), names, false);
  return [...names];
};

const parse = (source: string): hbs.AST.Program => {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    throw new TemplateFault("syntax", error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
};

// A block may lack either branch ({{^if X}}), whatever its type says.
const visit = (program: hbs.AST.Program | undefined, names: Set<string>, inEach: boolean): void => {
  if (program === undefined) return;
  for (const statement of program.body) {
    if (statement.type === "MustacheStatement") {
      const { path, params, escaped } = statement as hbs.AST.MustacheStatement;
      // {{{…}}} would put a person's text into the mail as markup.
      if (params.length > 0 || !escaped) throw new TemplateFault("notAllowed", nameOf(path));
      if (!inEach || nameOf(path) !== "this") names.add(plainName(path));
    } else if (statement.type === "BlockStatement") {
      const { path, params, program: inner, inverse } = statement as hbs.AST.BlockStatement;
      if (!blocks.has(nameOf(path))) throw new TemplateFault("notAllowed", nameOf(path));
      for (const param of params) names.add(plainName(param));
      visit(inner, names, inEach || nameOf(path) === "each");
      visit(inverse, names, inEach);
    } else if (statement.type !== "ContentStatement" && statement.type !== "CommentStatement") {
      throw new TemplateFault("notAllowed", statement.type);
    }
  }
};

const nameOf = (node: hbs.AST.Node): string => (node.type === "PathExpression" ? (node as hbs.AST.PathExpression).original : node.type);

const plainName = (node: hbs.AST.Node): string => {
  const name = nameOf(node);
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) throw new TemplateFault("notAllowed", name);
  return name;
};

/**
 * Fills a template: variables are escaped in html and left alone in subject and text (which becomes one line for the
 * subject). A required variable without a value, or a variable the template does not declare, is a TemplateFault; text is
 * made from html only where a template has none.
 */
export const renderTemplate = (template: TemplateTexts, declared: readonly TemplateVariable[], variables: Variables): TemplateTexts => {
  for (const { key, required } of declared) {
    const value = variables[key];
    if (required && (value === undefined || value === "")) throw new TemplateFault("missingVariable", key);
  }
  const known = new Set(declared.map(({ key }) => key));
  const html = compiled(template.html, false);
  const text = compiled(template.text, true);
  const subject = compiled(template.subject, true);
  for (const { names } of [subject, html, text]) {
    const unknown = names.find((name) => !known.has(name));
    if (unknown !== undefined) throw new TemplateFault("unknownVariable", unknown);
  }
  const filled = { subject: subject.fill(variables).replace(/\s+/g, " ").trim(), html: html.fill(variables), text: text.fill(variables) };
  return { ...filled, text: filled.text.trim() === "" ? convert(filled.html, { wordwrap: 78 }) : filled.text };
};

/** A supporter's or writer's plain text as HTML paragraphs: everything escaped, line breaks kept. */
export const plainTextToHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${Handlebars.escapeExpression(paragraph).replace(/\n/g, "<br>")}</p>`)
    .join("\n");
