import type { ShiftDay } from "@cml/domain/map";
import type { RosterPerson } from "./day-people";

const dialled = (phone: string): string => phone.replace(/[^+\d]/g, "");

export const telLink = (phone: string): string => `tel:${dialled(phone)}`;

/** A text message with its words ready, sent from the captain's own telephone. */
export const smsLink = (phone: string, text: string): string => `sms:${dialled(phone)}?body=${encodeURIComponent(text)}`;

/** What is written to somebody, in their language and by their name. */
export const textTo = ({ texts }: Pick<ShiftDay, "texts">, { name, locale }: Pick<RosterPerson, "name" | "locale">): string =>
  texts[locale].replace("{name}", name.split(" ")[0] ?? name);
