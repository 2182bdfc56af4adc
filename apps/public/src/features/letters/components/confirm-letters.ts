import { createPublicClient } from "@cml/api-client/public";
import type { Locale } from "@cml/domain/kernel";
import { rememberBrowser, rememberedBrowser } from "../../../shell/remembered-browser";

/** Confirms what a mailed link stands for; gives the path to go on to. This browser is not asked again for 90 days. */
export const confirmLetters = async (locale: Locale, token: string): Promise<{ path: string }> => {
  const { letters } = createPublicClient({ locale: () => locale }).influence;
  const { receiptToken, remember } = await letters.confirm.mutate({ token, remember: rememberedBrowser() });
  rememberBrowser(remember);
  return { path: receiptToken === null ? "/confirmed" : `/receipt/${receiptToken}?confirmed` };
};
