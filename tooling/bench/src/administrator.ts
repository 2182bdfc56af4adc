import { answerOf, type Client } from "./http-client";

export const administrator = { email: "bench@example.org", password: "Bench-Marks-2026" };

/** With these the product makes its first account. */
export const administratorEnv = { ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password };

/** Headers of that account, signed in. */
export const signIn = async (client: Client): Promise<Record<string, string>> => {
  const body = JSON.stringify({ json: { ...administrator, label: "bench" } });
  const signedIn = await client.ask({ method: "POST", path: "/trpc/admin/auth.sessions.token", body });
  const { accessToken } = answerOf<{ accessToken: string }>(signedIn);
  return { authorization: `Bearer ${accessToken}` };
};
