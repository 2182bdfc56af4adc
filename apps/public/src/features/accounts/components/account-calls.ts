import { createPublicClient } from "@cml/api-client/public";
import type { Locale } from "@cml/domain/kernel";
import type { AccountForm } from "../model";

type Written = { name: string; email: string; password: string; token: string };

/** What each account form does when its button is pressed. */
export const accountCalls = (locale: Locale): Record<AccountForm, (written: Written) => Promise<unknown>> => {
  const api = createPublicClient({ locale: () => locale }).auth;
  return {
    verify: ({ token, password }) => api.users.verifyEmail.mutate({ token, password }),
    reset: ({ token, password }) => api.users.resetPassword.mutate({ token, password }),
    forgot: ({ email }) => api.users.requestPasswordReset.mutate({ email }),
    signUp: ({ name, email, password }) => api.users.signUp.mutate({ name, email, password }),
  };
};
