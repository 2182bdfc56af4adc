import { failureOf } from "@cml/api-client";
import { useEffect } from "react";
import { apiClient } from "../../../api";
import { isLeaving, setLeaving } from "../../../shell/last-person";

/** Somebody signed out without signal: tells the server as soon as there is some, so that the session ends there too. */
export const useFinishLeaving = (): void => {
  useEffect(() => {
    const finish = async () => {
      if (!isLeaving()) return;
      try {
        await apiClient.auth.sessions.signOut.mutate();
        setLeaving(false);
      } catch (error) {
        // Still no signal: tried again when it comes back. A session the server does not know is over already.
        if (failureOf(error).status === 401) setLeaving(false);
      }
    };
    const whenOnline = () => void finish();
    whenOnline();
    window.addEventListener("online", whenOnline);
    return () => window.removeEventListener("online", whenOnline);
  }, []);
};
