import type { Permission } from "@cml/domain/auth";
import { api } from "../api";

/** Who is signed in; the shell has loaded it before any page is shown. */
export const useSession = () => {
  const [me] = api.auth.sessions.me.useSuspenseQuery(undefined, { staleTime: 60_000 });
  return { me, can: (permission: Permission) => me.granted.includes(permission) };
};
