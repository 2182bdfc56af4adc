import { testPassword } from "@cml/testing";
import type { FastifyInstance } from "fastify";

/** The cookie header of an account made by `aUser`, after a real sign-in. */
export const signIn = async (app: FastifyInstance, { email }: { email: string | null }): Promise<string> => {
  const answer = await app.inject({
    method: "POST",
    url: "/trpc/admin/auth.sessions.signIn",
    payload: { json: { email, password: testPassword } },
  });
  const [cookie] = answer.cookies;
  if (cookie === undefined) throw new Error(`the sign-in was refused: ${answer.body}`);
  return `${cookie.name}=${cookie.value}`;
};
