import { createPublicClient } from "@cml/api-client/public";
import type { Locale } from "@cml/domain/kernel";

type SignUp = { shiftId: string; name: string; email: string; phone: string | null };

export const signUpForShift = async (locale: Locale, signUp: SignUp): Promise<void> => {
  await createPublicClient({ locale: () => locale }).map.shifts.signUp.mutate({ ...signUp, locale });
};
