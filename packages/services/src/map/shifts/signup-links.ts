import type { ShiftSignup } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { shiftPageLink, type ShiftSite } from "./shift-site";

type Keyed = Pick<Deps, "secrets">;

/** Worked out again for every later mail; at rest there is only its hash. */
const tokenOf = (deps: Keyed, signupId: string): string => deps.secrets.keyedHash("shift-signup-link", signupId);
export const signupHashOf = (deps: Keyed, token: string): string => deps.secrets.keyedHash("shift-signup-token", token);
export const newSignupHash = (deps: Keyed, signupId: string): string => signupHashOf(deps, tokenOf(deps, signupId));

type Linked = Pick<ShiftSignup, "id" | "locale">;
type SignupPage = "" | "?do=coming" | "?do=cancel" | "?do=take";

/** The page of one's own sign-up; what the mail's button means is chosen there, and done by a button. */
export const signupLink = (deps: Keyed, site: ShiftSite, { signup, page = "" }: { signup: Linked; page?: SignupPage }): string =>
  shiftPageLink(site, signup.locale, `/shifts/mine/${tokenOf(deps, signup.id)}${page}`);

const feedPurpose = "shift-feed";

/** The address of one's own calendar only reads: whoever keeps calendars for others can change nothing with it. */
export const feedTokenOf = (deps: Keyed, signupId: string): string =>
  Buffer.from(deps.secrets.seal(feedPurpose, signupId)).toString("base64url");
export const signupOfFeed = (deps: Keyed, token: string): string | null =>
  deps.secrets.unseal(feedPurpose, Buffer.from(token, "base64url").toString());
