import type { GovernmentLevel } from "@cml/domain/influence";

export type Recipient = {
  key: string;
  name: string;
  /** Office and party in words, such as "MP". */
  title: string;
  districtName: string;
  partyName: string | null;
  photoUrl: string | null;
  hasEmail: boolean;
  /** Only where the campaign lets people write from their own mail program. */
  email: string | null;
  phone: string | null;
  level: GovernmentLevel | null;
};

export type Found = {
  postalCode: string;
  city: string;
  province: string;
  recipients: Recipient[];
  /** Levels at which the code touches several districts: nobody of them is ticked beforehand. */
  splitLevels: GovernmentLevel[];
  /** Levels the campaign writes to for which nobody was found. */
  emptyLevels: GovernmentLevel[];
};

export type Outcome = { kind: "confirm"; expiresAt: string | null } | { kind: "queued"; receiptPath: string };

export const steps = ["code", "people", "letter", "you", "done"] as const;
export type Step = (typeof steps)[number];

export type Flow = {
  step: Step;
  code: string;
  found: Found | null;
  ticked: string[];
  /** Null while the campaign's own words stand. */
  subject: string | null;
  body: string | null;
  name: string;
  email: string;
  updates: boolean;
  newsletter: boolean;
  busy: boolean;
  /** One sentence above the form. */
  problem: string | null;
  /** A sentence beside a field, by the field's name. */
  fields: Partial<Record<"code" | "people" | "subject" | "body" | "name" | "email", string>>;
  outcome: Outcome | null;
};

export type FlowEvent =
  | { type: "wrote"; field: "code" | "subject" | "body" | "name" | "email"; value: string }
  | { type: "undid" }
  | { type: "toggled"; box: "updates" | "newsletter" }
  | { type: "ticked"; key: string; on: boolean }
  | { type: "started" }
  | { type: "failed"; problem: string | null; fields?: Flow["fields"]; step?: Step }
  | { type: "found"; found: Found }
  | { type: "went"; step: Step }
  | { type: "sent"; outcome: Outcome };

export const start: Flow = {
  step: "code",
  code: "",
  found: null,
  ticked: [],
  subject: null,
  body: null,
  name: "",
  email: "",
  updates: false,
  newsletter: false,
  busy: false,
  problem: null,
  fields: {},
  outcome: null,
};

/** Everybody who can be written to is ticked, except where the supporter first has to say which district is theirs. */
export const tickedAtFirst = ({ recipients, splitLevels }: Found): string[] =>
  recipients.filter(({ hasEmail, level }) => hasEmail && (level === null || !splitLevels.includes(level))).map(({ key }) => key);

export const flowReducer = (flow: Flow, event: FlowEvent): Flow => {
  switch (event.type) {
    case "wrote":
      return { ...flow, [event.field]: event.value, problem: null, fields: { ...flow.fields, [event.field]: undefined } };
    case "undid":
      return { ...flow, subject: null, body: null, problem: null, fields: {} };
    case "toggled":
      return { ...flow, [event.box]: !flow[event.box] };
    case "ticked": {
      const others = flow.ticked.filter((key) => key !== event.key);
      return { ...flow, ticked: event.on ? [...others, event.key] : others, problem: null, fields: {} };
    }
    case "started":
      return { ...flow, busy: true, problem: null, fields: {} };
    case "failed":
      return { ...flow, busy: false, problem: event.problem, fields: event.fields ?? {}, step: event.step ?? flow.step };
    case "found":
      return { ...flow, busy: false, problem: null, fields: {}, found: event.found, ticked: tickedAtFirst(event.found), step: "people" };
    case "went":
      return { ...flow, step: event.step, busy: false, problem: null, fields: {} };
    case "sent":
      return { ...flow, busy: false, problem: null, fields: {}, outcome: event.outcome, step: "done" };
  }
};

/** Those who get the letter, in the order they are shown. */
export const chosen = (flow: Flow): Recipient[] => (flow.found?.recipients ?? []).filter(({ key }) => flow.ticked.includes(key));
