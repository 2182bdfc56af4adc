import type { FastifyReply, FastifyRequest } from "fastify";
import "@fastify/cookie";

export type SessionCookie = {
  read: (request: FastifyRequest) => string | undefined;
  write: (reply: FastifyReply, session: { token: string; expiresAt: Date } | null) => void;
};

/** The browser session: HttpOnly, of this host alone; Secure (and bound to the host by its name) wherever the public address is https. */
export const sessionCookie = (publicUrl: string): SessionCookie => {
  const secure = publicUrl.startsWith("https://");
  const name = secure ? "__Host-cml_session" : "cml_session";
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  return {
    read: (request) => request.cookies[name],
    write: (reply, session) => {
      if (session === null) reply.clearCookie(name, options);
      else reply.setCookie(name, session.token, { ...options, expires: session.expiresAt });
    },
  };
};
