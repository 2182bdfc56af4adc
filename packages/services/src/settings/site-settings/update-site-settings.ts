import { transaction } from "@cml/db";
import { findSiteSettings, updateSiteSettings as updateRow } from "@cml/db/settings";
import { type Actor, AppError } from "@cml/domain/kernel";
import { settingsContradiction, type SiteSettings, type UpdateSiteSettingsInput } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { sealInboundPass } from "./inbound-pass";
import { sealSmtpPass } from "./smtp-pass";

/** Changes the fields given. Throws AppError("INVALID") when the settings would contradict themselves. */
export const updateSiteSettings = async (deps: Deps, actor: Actor, input: UpdateSiteSettingsInput): Promise<SiteSettings> => {
  const { smtpPass, inboundImapPass, ...changes } = input;
  const settings = await transaction(deps.db, async (db) => {
    const before = await findSiteSettings(db);
    const contradiction = settingsContradiction({ ...before.settings, ...withoutUndefined(changes) });
    if (contradiction !== null) throw new AppError("INVALID", `settings.${contradiction}`);
    const sealed = smtpPass === undefined ? {} : { smtpPassSealed: smtpPass === null ? null : sealSmtpPass(deps, smtpPass) };
    const sealedInbound =
      inboundImapPass === undefined
        ? {}
        : { inboundImapPassSealed: inboundImapPass === null ? null : sealInboundPass(deps, inboundImapPass) };
    const after = await updateRow(db, { ...changes, ...sealed, ...sealedInbound });
    await recordAudit(db, { actor, action: "settings.update", entity: "SiteSettings", facts: { fields: Object.keys(input) } });
    return after.settings;
  });
  await deps.events.publish({ type: "settings.changed" });
  return settings;
};

const withoutUndefined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
