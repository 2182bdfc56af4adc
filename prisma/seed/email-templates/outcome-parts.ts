import { button, link, type MailPart, when } from "./mail-parts";

const slots = ["1", "2", "3", "4", "5"];

/** Four answers where one letter is asked about; each opens a page where it is chosen, nothing more. */
export const fourAnswers = (labels: { answered: string; acknowledged: string; notSatisfactory: string; nothing: string }): MailPart =>
  joined(
    when("ANSWERED_URL", button(labels.answered, "{{ANSWERED_URL}}")),
    when("ACKNOWLEDGED_URL", link(labels.acknowledged, "{{ACKNOWLEDGED_URL}}")),
    when("NOT_SATISFACTORY_URL", link(labels.notSatisfactory, "{{NOT_SATISFACTORY_URL}}")),
    when("NOTHING_URL", link(labels.nothing, "{{NOTHING_URL}}")),
  );

const joined = (...parts: MailPart[]): MailPart => ({
  html: parts.map(({ html }) => html).join("\n"),
  text: parts.map(({ text }) => text).join("\n"),
});

/** A link for each recipient, as many as a mail has room for, and one to all where there are more. */
export const linkEach = (labels: { one: (name: string) => string; more: string }): MailPart[] => [
  ...slots.map((slot) =>
    when(`RECIPIENT_${slot}`, when(`LETTER_URL_${slot}`, link(labels.one(`{{RECIPIENT_${slot}}}`), `{{LETTER_URL_${slot}}}`))),
  ),
  when("MORE_COUNT", when("PAGE_URL", link(labels.more, "{{PAGE_URL}}"))),
];
