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

/** What a browser shall hold for one office's page, or forget. */
export type OfficeTicketChange = { ref: string; ticket: string; endsAt: Date } | { ref: string; ticket: null };

export type OfficeCookie = {
  read: (request: FastifyRequest) => string | null;
  write: (reply: FastifyReply, change: OfficeTicketChange) => void;
};

/** The ticket of an office: HttpOnly, and sent to the pages of that one office alone, in every language. */
export const officeCookie = (publicUrl: string): OfficeCookie => {
  const secure = publicUrl.startsWith("https://");
  const name = secure ? "__Secure-cml_office" : "cml_office";
  return {
    read: (request) => request.cookies[name] ?? null,
    write: (reply, change) => {
      for (const language of ["", "/fr", "/en"]) {
        const options = { path: `${language}/office/${change.ref}`, httpOnly: true, sameSite: "lax", secure } as const;
        if (change.ticket === null) reply.clearCookie(name, options);
        else reply.setCookie(name, change.ticket, { ...options, expires: change.endsAt });
      }
    },
  };
};
