import { useEffect, useState } from "react";

export type Promises = { worksOffline: boolean; dataStays: boolean };

/** What this phone promises: whether the app opens without signal, and whether its data stays when the phone runs full. Null while asking. */
export const usePromises = (): Promises | null => {
  const [promises, setPromises] = useState<Promises | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async () => {
      const registration = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
      const dataStays = "storage" in navigator && (await navigator.storage.persisted());
      if (!left) setPromises({ worksOffline: registration?.active !== null && registration !== undefined, dataStays });
    };
    ask().catch(() => {
      if (!left) setPromises({ worksOffline: false, dataStays: false });
    });
    return () => {
      left = true;
    };
  }, []);
  return promises;
};
