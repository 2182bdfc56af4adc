import { api } from "../../../api";
import { useSession } from "../../../session/useSession";

/** Accounts to choose from; empty for those who may not see people. */
export const useVolunteerChoices = (): { value: string; label: string }[] => {
  const { can } = useSession();
  const users = api.auth.users.list.useQuery({ pageSize: 200, status: "ACTIVE" }, { enabled: can("user.view") });
  return users.data?.items.map(({ id, name, email }) => ({ value: id, label: email === null ? name : `${name} (${email})` })) ?? [];
};
