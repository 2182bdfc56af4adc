import { type Permission, rolePermissions } from "@cml/domain/auth";
import { api } from "../api";

/** Who is signed in; the shell has loaded it before any page is shown. */
export const useSession = () => {
  const [me] = api.auth.sessions.me.useSuspenseQuery(undefined, { staleTime: 60_000 });
  const can = (permission: Permission) => me.granted.includes(permission);
  /** Not only for the areas the account is limited to. */
  const canEverywhere = (permission: Permission) =>
    can(permission) && (me.permissions.cutIds === null || rolePermissions[me.role].includes(permission));
  return { me, can, canEverywhere };
};
