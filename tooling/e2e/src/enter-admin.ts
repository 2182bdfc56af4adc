import type { Page } from "playwright-core";

/** Signs in as the administrator; the first time the five opening steps come up, and each is skipped. */
export const enterAdmin = async (page: Page, { email, password }: { email: string; password: string }): Promise<void> => {
  await page.goto("/admin/");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /Account of/ }).waitFor();
};
