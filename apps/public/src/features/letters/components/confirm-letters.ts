import { createPublicClient } from "@cml/api-client/public";
import type { Locale } from "@cml/domain/kernel";

/** Confirms what a mailed link stands for; gives the path of the receipt. */
export const confirmLetters = async (locale: Locale, token: string): Promise<{ receiptPath: string }> => {
  const { receiptToken } = await createPublicClient({ locale: () => locale }).influence.letters.confirm.mutate({ token });
  return { receiptPath: `/receipt/${receiptToken}?confirmed` };
};
