import { verifyPassword } from "@cml/auth";
import { pageBlockTypes, systemTemplateKeys } from "@cml/domain/content";
import { createTestDb, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seed } from "./index";

type TextField = "subjectLine" | "htmlContent" | "textContent";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const counts = async () => {
  const { prisma } = test.db;
  return {
    users: await prisma.user.count(),
    templates: await prisma.emailTemplate.count(),
    versions: await prisma.emailTemplateVersion.count(),
    variables: await prisma.emailTemplateVariable.count(),
    blocks: await prisma.pageBlock.count(),
    siteSettings: await prisma.siteSettings.count(),
    mapSettings: await prisma.mapSettings.count(),
  };
};

describe("seed", () => {
  it("makes the administrator once, with a password that works, and nothing twice", async () => {
    const { db } = test;
    const first = await seed(db);
    const before = await counts();
    const second = await seed(db);
    expect(await counts()).toEqual(before);
    expect(before.users).toBe(1);
    expect(second).toEqual({ email: first.email, password: null });
    const { password, role } = await db.prisma.user.findUniqueOrThrow({ where: { email: first.email } });
    expect(role).toBe("SUPER_ADMIN");
    expect(await verifyPassword(password, first.password ?? "")).toBe(true);
  });

  it("makes one administrator when two processes start at once", async () => {
    const { db } = test;
    await db.prisma.user.deleteMany();
    const both = await Promise.all([seed(db), seed(db)]);
    expect(both.filter(({ password }) => password !== null)).toHaveLength(1);
    expect(await db.prisma.user.count()).toBe(1);
  });

  it("brings what an older installation lacks, and leaves the words people changed", async () => {
    const { prisma } = test.db;
    await prisma.emailTemplate.deleteMany({ where: { key: { startsWith: "shift-" } } });
    await prisma.emailTemplate.update({ where: { key: "password-reset" }, data: { subjectLine: "Ours" } });
    // An older version knew the template and not yet this variable.
    const known = await prisma.emailTemplate.findUniqueOrThrow({ where: { key: "campaign-email" } });
    await prisma.emailTemplateVariable.deleteMany({ where: { templateId: known.id, key: "RECIPIENT_TITLE" } });
    await seed(test.db);
    expect(await prisma.emailTemplate.count()).toBe(systemTemplateKeys.length);
    expect((await prisma.emailTemplate.findUniqueOrThrow({ where: { key: "password-reset" } })).subjectLine).toBe("Ours");
    expect(await prisma.emailTemplateVariable.count({ where: { templateId: known.id, key: "RECIPIENT_TITLE" } })).toBe(1);
    const offer = await prisma.emailTemplate.findUniqueOrThrow({
      where: { key: "shift-offer" },
      include: { versions: true, variables: true },
    });
    expect([offer.versions.length, offer.variables.length > 0, offer.isSystem]).toEqual([1, true, true]);
  });

  it("has every system template with a first version and both languages complete", async () => {
    const templates = await test.db.prisma.emailTemplate.findMany({ include: { versions: true, variables: true } });
    expect(templates.map(({ key }) => key).sort()).toEqual([...systemTemplateKeys].sort());
    for (const template of templates) {
      expect(template.isSystem).toBe(true);
      expect(template.versions).toHaveLength(1);
      const french = (template.translations as { fr: Record<string, string> }).fr;
      for (const field of ["name", "description", "subjectLine", "htmlContent", "textContent"] as const) {
        expect(french[field], `${template.key} ${field}`).toBeTruthy();
        expect(template[field]).toBeTruthy();
      }
    }
  });

  it("uses in its texts only variables that are declared, optional ones only inside a condition, required ones somewhere", async () => {
    const templates = await test.db.prisma.emailTemplate.findMany({ include: { variables: true } });
    for (const { key, variables, translations, ...en } of templates) {
      for (const texts of [en, (translations as { fr: Record<TextField, string> }).fr]) {
        const all = `${texts.subjectLine}\n${texts.htmlContent}\n${texts.textContent}`;
        const used = [...all.matchAll(/\{\{(?:#if )?([A-Z_]+)\}\}/g)].map((match) => match[1]);
        expect(
          variables.map((one) => one.key),
          key,
        ).toEqual(expect.arrayContaining(used));
        for (const { key: name, isConditional } of variables) {
          if (isConditional) expect(all, `${key} ${name}`).toContain(`{{#if ${name}}}`);
          else if (name !== "ORGANIZATION_NAME") expect(used, key).toContain(name);
        }
      }
    }
  });

  it("has one page block of each type", async () => {
    const blocks = await test.db.prisma.pageBlock.findMany({ orderBy: { sortOrder: "asc" } });
    expect(blocks.map(({ type }) => type)).toEqual([...pageBlockTypes]);
    for (const { schema, defaults } of blocks) expect(Object.keys(defaults as object).sort()).toEqual(Object.keys(schema as object).sort());
  });

  it("never writes over what people changed", async () => {
    const { db } = test;
    await db.prisma.emailTemplate.update({ where: { key: "mail-test" }, data: { subjectLine: "Ours" } });
    await db.prisma.siteSettings.update({ where: { id: "default" }, data: { organizationName: "Neighbours", enableMap: false } });
    await db.prisma.pageBlock.update({ where: { key: "default-hero" }, data: { label: "Ours" } });
    await db.prisma.mapSettings.update({ where: { id: "default" }, data: { zoom: 14 } });
    await seed(db);
    expect((await db.prisma.emailTemplate.findUniqueOrThrow({ where: { key: "mail-test" } })).subjectLine).toBe("Ours");
    const site = await db.prisma.siteSettings.findUniqueOrThrow({ where: { id: "default" } });
    expect([site.organizationName, site.enableMap]).toEqual(["Neighbours", false]);
    expect((await db.prisma.pageBlock.findUniqueOrThrow({ where: { key: "default-hero" } })).label).toBe("Ours");
    expect((await db.prisma.mapSettings.findUniqueOrThrow({ where: { id: "default" } })).zoom).toBe(14);
  });
});
