import { api, queryClient } from "../api";
import { notifyFailed } from "../shell/notify";

/** After signing out the page is loaded anew, so that nothing of the account stays in memory. */
const leave = () => {
  queryClient.clear();
  window.location.assign("/admin/sign-in");
};

export const useSignOut = () => {
  const here = api.auth.sessions.signOut.useMutation({ onSuccess: leave, onError: notifyFailed });
  const everywhere = api.auth.sessions.signOutEverywhere.useMutation({ onSuccess: leave, onError: notifyFailed });
  return { signOut: () => here.mutate(), signOutEverywhere: () => everywhere.mutate() };
};
