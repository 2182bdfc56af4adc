import { updateUserInput } from "@cml/domain/auth";
import { locales } from "@cml/domain/kernel";
import { updateMapSettingsInput, updateSiteSettingsInput } from "@cml/domain/settings";
import { catalogues } from "@cml/i18n";
import { describe, expect, it } from "vitest";

const { id: _id, ...account } = updateUserInput.shape;
const fields = [account, updateSiteSettingsInput.shape, updateMapSettingsInput.shape].flatMap((shape) => Object.keys(shape));

describe.each(locales)("the record of changes in %s", (locale) => {
  it.each(fields)("has a word for %s", (field) => {
    expect(catalogues.admin[locale].record.fields).toHaveProperty(field);
  });
});
