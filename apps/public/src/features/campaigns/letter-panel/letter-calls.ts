import { createPublicClient } from "@cml/api-client/public";
import type { CallSheet, CampaignTargets, EmailMethod, PreparedLetters, ProofChallenge, RecordCallInput } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { OpenPlaces } from "../model/open-places";
import { shownWords } from "../model/shown-words";
import type { Outcome } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";

/** Where somebody lives, as far as the page knows: null for the code where a campaign writes to the same people whoever asks. */
export type Place = { slug: string; postalCode: string | null; districts: string[] };

export type Submission = Place & {
  submissionId: string;
  recipients: string[];
  method: EmailMethod;
  subject: string | null;
  body: string | null;
  personal: string | null;
  name: string;
  email: string | null;
  street: string | null;
  updates: boolean;
  newsletter: boolean;
  source: string | null;
  remember: string | null;
  proof: string | null;
  trap: string;
  openedAt: Date;
};

export type Captured = {
  submissionId: string;
  slug: string;
  name: string;
  email: string;
  postalCode: string | null;
  source: string | null;
  trap: string;
};

/** What became of a letter that waits for its confirmation. */
export type Waiting = { state: "WAITING" | "EXPIRED" } | { state: "QUEUED"; receiptToken: string; remember: string | null };

/** The panel's calls to the server, in the panel's own words. */
export type LetterCalls = {
  lookUp: (place: Place) => Promise<CampaignTargets>;
  /** The districts a street lies in. */
  locate: (asked: { slug: string; postalCode: string; street: string }) => Promise<{ districts: string[]; place: string }>;
  /** The letters as they will leave; name, street and own sentence are left open, to be filled in as they are written. */
  prepare: (asked: Place & { recipients: string[] } & OpenPlaces) => Promise<PreparedLetters>;
  /** Whom to call, and with which words. */
  sheet: (asked: Place & { name: string }) => Promise<CallSheet>;
  recordCall: (call: Omit<RecordCallInput, "campaignSlug" | "locale" | "email"> & { slug: string }) => Promise<void>;
  send: (submission: Submission) => Promise<Outcome | { kind: "prove"; challenge: ProofChallenge }>;
  /** Name and address, given before a way to send was chosen. */
  capture: (captured: Captured) => Promise<void>;
  waiting: (submissionId: string) => Promise<Waiting>;
  answerSent: (answer: { receiptToken: string; letterIds: string[]; sent: boolean }) => Promise<void>;
};

export const letterCalls = (campaign: PanelCampaign, locale: Locale): LetterCalls => {
  const api = createPublicClient({ locale: () => locale });
  return campaign.isPreview ? { ...publicCalls(api, locale), ...previewCalls(api, campaign, locale) } : publicCalls(api, locale);
};

type Api = ReturnType<typeof createPublicClient>;

/** A preview is played with invented supporters, through doors of its own; nothing it does is kept or counted. */
const previewCalls = ({ influence }: Api, campaign: PanelCampaign, locale: Locale) => {
  const { slug, previewToken: token } = campaign;
  const shown = shownWords(campaign);
  return {
    lookUp: ({ postalCode, districts }) => influence.representatives.previewTargets.query({ slug, token, postalCode, districts, locale }),
    locate: ({ postalCode, street }) => influence.representatives.previewLocate.mutate({ slug, token, postalCode, street }),
    prepare: ({ recipients, ...rest }) =>
      influence.letters.previewPrepare.mutate({ ...rest, slug, token, targetIds: recipients, locale, shown }),
    sheet: (asked) => influence.calls.previewSheet.mutate({ ...asked, slug, token, locale, shown }),
    recordCall: () => Promise.resolve(),
  } satisfies Partial<LetterCalls>;
};

const publicCalls = ({ influence }: Api, locale: Locale): LetterCalls => {
  return {
    lookUp: ({ slug, postalCode, districts }) =>
      postalCode === null
        ? influence.representatives.fixedTargets.query({ campaignSlug: slug, locale })
        : influence.representatives.lookUp.query({ campaignSlug: slug, postalCode, districts, locale }),
    locate: ({ slug, ...asked }) => influence.representatives.locate.mutate({ campaignSlug: slug, locale, ...asked }),
    prepare: ({ slug, recipients, ...rest }) =>
      influence.letters.prepare.mutate({ ...rest, campaignSlug: slug, targetIds: recipients, locale }),
    sheet: ({ slug, ...asked }) => influence.calls.sheet.query({ ...asked, campaignSlug: slug, locale }),
    recordCall: async ({ slug, ...call }) => {
      await influence.calls.record.mutate({ ...call, campaignSlug: slug, locale, email: null });
    },
    send: async ({ slug, recipients, body, updates, newsletter, ...rest }) => {
      const answer = await influence.letters.submit.mutate({
        ...rest,
        campaignSlug: slug,
        targetIds: recipients,
        message: body,
        locale,
        consents: { tellHowItEnds: updates, newsletter },
      });
      return outcomeOf(answer);
    },
    capture: async ({ slug, ...rest }) => {
      await influence.letters.captureInfo.mutate({ campaignSlug: slug, locale, ...rest });
    },
    waiting: async (submissionId) => {
      const answer = await influence.letters.state.query({ submissionId });
      if (answer.state === "QUEUED") return answer;
      return { state: answer.state === "EXPIRED" ? "EXPIRED" : "WAITING" };
    },
    answerSent: async (answer) => {
      await influence.letters.answerSent.mutate(answer);
    },
  };
};

type Answer = Awaited<ReturnType<ReturnType<typeof createPublicClient>["influence"]["letters"]["submit"]["mutate"]>>;

const outcomeOf = (answer: Answer): Awaited<ReturnType<LetterCalls["send"]>> => {
  switch (answer.state) {
    case "CONFIRM":
      return { kind: "confirm", expiresAt: answer.expiresAt.toISOString() };
    case "QUEUED":
      return { kind: "queued", receiptToken: answer.receiptToken };
    case "PROVE":
      return { kind: "prove", challenge: answer.challenge };
    case "OPENED":
      return { kind: "opened", receiptToken: answer.receiptToken, letters: answer.letters, boxesMail: answer.boxesMail };
    case "PRINTED":
      return {
        kind: "printed",
        receiptToken: answer.receiptToken,
        letters: answer.letters,
        pdfUrl: answer.pdfUrl,
        boxesMail: answer.boxesMail,
      };
  }
};
