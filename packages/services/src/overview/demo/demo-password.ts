import { randomInt } from "node:crypto";
import { isGoodPassword } from "@cml/domain/auth";

// Without signs that look alike, because it is read from a screen and typed into a phone.
const signs = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

/** A random password of 14 signs that keeps the rules of our own form. */
export const newDemoPassword = (): string => {
  for (;;) {
    const password = Array.from({ length: 14 }, () => signs[randomInt(signs.length)]).join("");
    if (isGoodPassword(password)) return password;
  }
};
