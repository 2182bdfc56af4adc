import type { CampaignTargets, EmailMethod, Target } from "@cml/domain/influence";
import type { Step } from "./panel-steps";

/** A letter the supporter brings on its way alone: links for her mail program, or the path of a sheet to print. */
export type OpenedLetter = {
  id: string;
  recipientName: string;
  recipientEmail: string;
  subject: string;
  message: string;
  mailto: string;
  gmail: string;
  outlook: string;
  /** False: the text is too long for that link and is to be pasted. */
  bodyFits: { mailto: boolean; gmail: boolean; outlook: boolean };
};
export type PrintedLetter = { id: string; recipientName: string; pdfUrl: string };

/** `boxesMail`: the ticked boxes wait for a mail of their own to be confirmed. */
export type Outcome =
  | { kind: "confirm"; expiresAt: string }
  | { kind: "queued"; receiptToken: string }
  | { kind: "opened"; receiptToken: string; letters: OpenedLetter[]; boxesMail: boolean }
  | { kind: "printed"; receiptToken: string; letters: PrintedLetter[]; pdfUrl: string; boxesMail: boolean };

/** What the supporter says about a letter she sends herself. OPENED: left for the mail program, not answered yet. */
export type SentAnswer = "OPENED" | "YES" | "NO";

export type FlowField = "code" | "street" | "people" | "subject" | "body" | "personal" | "name" | "email";

export type Flow = {
  step: Step;
  code: string;
  found: CampaignTargets | null;
  /** Keys of the districts the supporter chose, where a code lies in several. */
  districts: string[];
  ticked: string[];
  /** Null while the campaign's own words stand. */
  subject: string | null;
  body: string | null;
  personal: string;
  name: string;
  email: string;
  street: string;
  updates: boolean;
  newsletter: boolean;
  /** What is under way; a proof takes seconds and says so. */
  busy: false | "LOOK_UP" | "LOCATE" | "SEND" | "PROOF";
  /** How the letter is being sent while it is. */
  method: EmailMethod | null;
  /** One sentence above the form. */
  problem: string | null;
  /** A sentence beside a field, by the field's name. */
  fields: Partial<Record<FlowField, string>>;
  outcome: Outcome | null;
  answers: Record<string, SentAnswer>;
};

type Writable = "code" | "subject" | "body" | "personal" | "name" | "email" | "street";

export type FlowEvent =
  | { type: "wrote"; field: Writable; value: string }
  | { type: "undid" }
  | { type: "toggled"; box: "updates" | "newsletter" }
  | { type: "ticked"; ids: string[]; on: boolean }
  | { type: "started"; what: Exclude<Flow["busy"], false>; method?: EmailMethod }
  | { type: "failed"; problem: string | null; fields?: Flow["fields"]; step?: Step }
  | { type: "found"; found: CampaignTargets; districts: string[]; then?: Step; keep?: Kept }
  | { type: "went"; step: Step }
  | { type: "restored"; draft: Partial<Pick<Flow, Writable | "updates" | "newsletter" | "districts">> }
  | { type: "sent"; outcome: Outcome }
  | { type: "answered"; letterIds: string[]; answer: SentAnswer };

/** What a reload or the other language brings back once the people are found again. */
export type Kept = { step: Step; recipientKeys: string[] | null };

/** `fixed`: the people of a campaign that writes to the same ones whoever asks. */
export const start = ({ step, fixed = null }: { step: Step; fixed?: CampaignTargets | null }): Flow => ({
  step,
  code: "",
  found: fixed,
  districts: [],
  ticked: fixed === null ? [] : tickedAtFirst(fixed),
  subject: null,
  body: null,
  personal: "",
  name: "",
  email: "",
  street: "",
  updates: false,
  newsletter: false,
  busy: false,
  method: null,
  problem: null,
  fields: {},
  outcome: null,
  answers: {},
});

/** Whether a letter can go to this person by one of the ways the page offers. */
export const canBeWritten = (target: Target, methods: readonly EmailMethod[]): boolean =>
  !target.isVacant && target.handling !== "SKIP" && (target.hasEmail || (methods.includes("PRINT") && hasPostalAddress(target)));

const hasPostalAddress = ({ offices }: Target): boolean => offices.some(({ postal }) => postal.trim() !== "");

/** Districts of one level to choose from, while nothing is chosen there. */
export const openChoices = (found: CampaignTargets): CampaignTargets["levels"] =>
  found.levels.filter(({ state, districts }) => state === "CHOOSE" && districts.length > 0);

/** People who are shown: those of a level whose district is not chosen yet stand with the choice instead. */
export const shownTargets = (found: CampaignTargets): Target[] => {
  const open = new Set(openChoices(found).flatMap(({ districts }) => districts.map(({ key }) => key)));
  return found.targets.filter(({ districtKey, kind }) => kind !== "REPRESENTATIVE" || districtKey === null || !open.has(districtKey));
};

const tickedAtFirst = (found: CampaignTargets): string[] =>
  shownTargets(found)
    .filter(({ ticked, isVacant }) => ticked && !isVacant)
    .map(({ id }) => id);

const tickedAgain = (found: CampaignTargets, recipientKeys: string[]): string[] =>
  shownTargets(found)
    .filter(({ recipientKey, isVacant }) => recipientKeys.includes(recipientKey) && !isVacant)
    .map(({ id }) => id);

const settled = { busy: false, method: null, problem: null, fields: {} } as const;

export const flowReducer = (flow: Flow, event: FlowEvent): Flow => {
  switch (event.type) {
    case "wrote":
      return { ...flow, ...written(flow, event), problem: null, fields: { ...flow.fields, [event.field]: undefined } };
    case "undid":
      return { ...flow, subject: null, body: null, problem: null, fields: {} };
    case "toggled":
      return { ...flow, [event.box]: !flow[event.box] };
    case "ticked": {
      const others = flow.ticked.filter((id) => !event.ids.includes(id));
      return { ...flow, ticked: event.on ? [...others, ...event.ids] : others, problem: null, fields: {} };
    }
    case "started":
      return { ...flow, busy: event.what, method: event.method ?? flow.method, problem: null, fields: {} };
    case "failed":
      return { ...flow, busy: false, method: null, problem: event.problem, fields: event.fields ?? {}, step: event.step ?? flow.step };
    case "found": {
      const { found, districts, keep, then = "people" } = event;
      const again = keep?.recipientKeys ?? null;
      const ticked = again === null ? tickedAtFirst(found) : tickedAgain(found, again);
      return {
        ...flow,
        ...settled,
        found,
        districts,
        ticked,
        step: keep !== undefined && ticked.length > 0 ? keep.step : then,
      };
    }
    case "went":
      return { ...flow, ...settled, step: event.step };
    case "restored":
      return { ...flow, ...event.draft };
    case "sent":
      return { ...flow, ...settled, outcome: event.outcome, answers: {}, step: "done" };
    case "answered":
      return {
        ...flow,
        problem: null,
        answers: { ...flow.answers, ...Object.fromEntries(event.letterIds.map((id) => [id, event.answer])) },
      };
  }
};

/** The personal sentence that stands in an edited letter already changes with its field, instead of being said twice. */
const written = (flow: Flow, { field, value }: { field: Writable; value: string }): Partial<Flow> => {
  const before = flow.personal.trim();
  const inBody = field === "personal" && before !== "" && value.trim() !== "" && flow.body?.includes(before) === true;
  return { [field]: value, ...(inBody ? { body: flow.body?.replace(before, () => value.trim()) ?? null } : {}) };
};

/** Those who get the letter, in the order they are shown. */
export const chosen = (flow: Flow): Target[] =>
  (flow.found === null ? [] : shownTargets(flow.found)).filter(({ id }) => flow.ticked.includes(id));
