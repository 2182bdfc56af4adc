import { expect, it } from "vitest";
import { mailLinks } from "./mail-links";

const letter = { to: "pat.ridings+x@example.org", subject: "Élus & rues", message: "Bonjour,\n\nMerci & à bientôt." };

it("opens a message with address, subject and text in each program", () => {
  const { mailto, gmail, outlook, bodyFits } = mailLinks(letter);
  const encoded = "Bonjour%2C%0D%0A%0D%0AMerci%20%26%20%C3%A0%20bient%C3%B4t.";
  expect(mailto).toBe(`mailto:pat.ridings%2Bx@example.org?subject=%C3%89lus%20%26%20rues&body=${encoded}`);
  for (const link of [gmail, outlook]) {
    const url = new URL(link);
    expect(url.searchParams.get("to")).toBe("pat.ridings+x@example.org");
    expect(url.searchParams.get("body")).toBe("Bonjour,\r\n\r\nMerci & à bientôt.");
  }
  expect(bodyFits).toEqual({ mailto: true, gmail: true, outlook: true });
});

it("leaves a text that is too long out as a whole", () => {
  const { mailto, gmail, bodyFits } = mailLinks({ ...letter, message: "é".repeat(400) });
  expect(mailto).not.toContain("body=");
  expect(gmail).toContain("body=");
  expect(bodyFits).toEqual({ mailto: false, gmail: true, outlook: true });
  expect(mailLinks({ ...letter, message: "x".repeat(20_000) }).bodyFits).toEqual({ mailto: false, gmail: false, outlook: false });
});

it("lets nobody add a recipient or a field", () => {
  const { mailto } = mailLinks({
    to: "a@example.org?bcc=all@example.org",
    subject: "x&cc=b@example.org",
    message: "y\r\nBcc: z@example.org",
  });
  expect([...new URL(mailto).searchParams.keys()]).toEqual(["subject", "body"]);
  expect(mailto.split("?")).toHaveLength(2);
});
