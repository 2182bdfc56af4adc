import { describe, expect, it } from "vitest";
import { plainTextToHtml, renderTemplate, TemplateFault, variablesIn } from "./render";

const template = {
  subject: "Hello {{USER_NAME}}",
  html: "<p>{{USER_NAME}}</p>{{#if NOTE}}<p>{{NOTE}}</p>{{/if}}",
  text: "{{USER_NAME}}{{#if NOTE}}: {{NOTE}}{{/if}}",
};
const declared = [
  { key: "USER_NAME", required: true },
  { key: "NOTE", required: false },
];
const faultOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof TemplateFault ? [error.reason, error.detail] : error;
  }
  return null;
};

it("escapes in html and not in subject and text", () => {
  expect(renderTemplate(template, declared, { USER_NAME: "A <b> & C", NOTE: "x" })).toEqual({
    subject: "Hello A <b> & C",
    html: "<p>A &lt;b&gt; &amp; C</p><p>x</p>",
    text: "A <b> & C: x",
  });
});

it("leaves a conditional part out when its variable is missing", () => {
  expect(renderTemplate(template, declared, { USER_NAME: "A" }).text).toBe("A");
});

it("keeps the subject on one line", () => {
  expect(renderTemplate(template, declared, { USER_NAME: "A\r\nBcc: b@example.org" }).subject).toBe("Hello A Bcc: b@example.org");
});

it("makes text from html only where there is none", () => {
  expect(renderTemplate({ ...template, text: "" }, declared, { USER_NAME: "A", NOTE: "B" }).text).toBe("A\n\nB");
});

describe("faults", () => {
  const render =
    (change: Partial<typeof template>, variables = { USER_NAME: "A" }) =>
    () =>
      renderTemplate({ ...template, ...change }, declared, variables);
  it.each([
    ["a required value is missing", () => renderTemplate(template, declared, {}), ["missingVariable", "USER_NAME"]],
    ["a variable nobody declared", render({ text: "{{OTHER}}" }), ["unknownVariable", "OTHER"]],
    ["a path into an object", render({ text: "{{USER_NAME.constructor}}" }), ["notAllowed", "USER_NAME.constructor"]],
    ["a helper we do not allow", render({ text: "{{#with USER_NAME}}x{{/with}}" }), ["notAllowed", "with"]],
    ["an unescaped variable", render({ html: "{{{NOTE}}}" }), ["notAllowed", "NOTE"]],
    ["a partial", render({ text: "{{> other}}" }), ["notAllowed", "PartialStatement"]],
    ["a helper call", render({ text: "{{lookup USER_NAME NOTE}}" }), ["notAllowed", "lookup"]],
  ])("%s", (_what, work, fault) => expect(faultOf(work)).toEqual(fault));

  it("an unclosed block", () => expect(faultOf(render({ html: "{{#if NOTE}}x" }))).toMatchObject(["syntax", expect.any(String)]));
});

it("lists variables once", () => expect(variablesIn("{{A}} {{#if B}}{{A}}{{else}}{{C}}{{/if}}")).toEqual(["A", "B", "C"]));

it("never lets a supporter's text become markup", () => {
  expect(plainTextToHtml("<script>x</script>\nline\n\n{{USER}} & more")).toBe(
    "<p>&lt;script&gt;x&lt;/script&gt;<br>line</p>\n<p>{{USER}} &amp; more</p>",
  );
});
