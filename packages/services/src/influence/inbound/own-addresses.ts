import { assignReplyTokens, type ReplyTokenWish } from "@cml/db/influence";
import type { Db } from "@cml/db";
import { type Letter, type LetterAddresses, letterAddressesOf, replyTokenOf } from "@cml/domain/influence";
import { letterDomainOf } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { combine } from "../../platform/combine";
import { readSettings } from "../../settings/site-settings/settings-cache";

const tokenDesks = new WeakMap<Db, (wish: ReplyTokenWish) => Promise<string | null>>();

/** Letters that are sent side by side get their tokens in one statement. */
const tokenDesk = (db: Db) => {
  const known = tokenDesks.get(db);
  if (known !== undefined) return known;
  const made = combine((wishes: ReplyTokenWish[]) => assignReplyTokens(db, wishes));
  tokenDesks.set(db, made);
  return made;
};

/**
 * The addresses of one letter alone, made when it leaves for the first time; null without a domain at which answers come in.
 */
export const ownAddresses = async (deps: Deps, { id, replyToken }: Pick<Letter, "id" | "replyToken">): Promise<LetterAddresses | null> => {
  const { settings } = await readSettings(deps);
  const domain = letterDomainOf(settings);
  if (domain === null) return null;
  const made = () => replyTokenOf(deps.secrets.keyedHash("letter-reply-token", deps.secrets.newToken()));
  const token = replyToken ?? (await tokenDesk(deps.db)({ letterId: id, token: made() }));
  return token === null ? null : letterAddressesOf({ token, domain });
};
