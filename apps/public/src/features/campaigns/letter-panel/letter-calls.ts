import { createPublicClient } from "@cml/api-client/public";
import type { Locale } from "@cml/domain/kernel";
import type { Found, Outcome } from "./letter-flow";

export type Submission = {
  submissionId: string;
  slug: string;
  postalCode: string;
  recipients: string[];
  subject: string | null;
  body: string | null;
  name: string;
  email: string;
  updates: boolean;
  newsletter: boolean;
};

export type LetterCalls = {
  lookUp: (asked: { slug: string; postalCode: string }) => Promise<Found>;
  send: (submission: Submission) => Promise<Outcome>;
};

/** The panel's two calls to the server, in the panel's own words. */
export const letterCalls = (locale: Locale): LetterCalls => {
  const api = createPublicClient({ locale: () => locale });
  return {
    lookUp: async ({ slug, postalCode }) => {
      const { targets, ...found } = await api.influence.representatives.lookUp.query({ campaignSlug: slug, postalCode });
      return {
        ...found,
        recipients: targets.map((target) => ({
          key: target.id,
          name: target.name,
          title: target.electedOffice,
          districtName: target.districtName,
          partyName: target.partyName,
          photoUrl: target.photoUrl,
          hasEmail: target.hasEmail,
          email: target.email,
          phone: target.offices.map(({ tel }) => tel).find((tel) => tel !== "") ?? null,
          level: target.level,
        })),
      };
    },
    send: async ({ slug, recipients, body, updates, newsletter, ...rest }) => {
      const answer = await api.influence.letters.submit.mutate({
        ...rest,
        campaignSlug: slug,
        representativeIds: recipients,
        message: body,
        locale,
        consents: { tellHowItEnds: updates, newsletter },
      });
      return answer.state === "CONFIRM"
        ? { kind: "confirm", expiresAt: answer.expiresAt.toISOString() }
        : { kind: "queued", receiptPath: `/receipt/${answer.receiptToken}` };
    },
  };
};

/** A random UUID (version 4); `crypto.randomUUID` is missing where a page is served over plain HTTP. */
export const newSubmissionId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};
