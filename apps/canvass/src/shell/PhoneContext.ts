import { createContext, useContext, useSyncExternalStore } from "react";
import type { Phone, PhoneState } from "../offline/phone";

export const PhoneContext = createContext<Phone | null>(null);

/** The signed-in person's phone; only below the guard. */
export const usePhone = (): Phone => {
  const phone = useContext(PhoneContext);
  if (phone === null) throw new Error("usePhone is used outside the signed-in part");
  return phone;
};

export const usePhoneState = (): PhoneState => {
  const phone = usePhone();
  return useSyncExternalStore(phone.subscribe, phone.state);
};
