import { Readable } from "node:stream";
import { afterCommit, transaction } from "@cml/db";
import { listCustomRecipients, saveCustomRecipient } from "@cml/db/influence";
import {
  type CustomRecipient,
  guessRecipientColumns,
  type ImportedPerson,
  type ImportRecipientsInput,
  readRecipientRow,
  type RecipientImport,
  recipientsAtMost,
  shownRows,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import { openCsv } from "@cml/formats";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { lockOwnedCampaign, ownedCampaign } from "../campaigns/owned-campaign";

type Read = { told: RecipientImport; people: { person: ImportedPerson; earlier: CustomRecipient | null }[] };

/** What an import would do; nothing is written. */
export const previewRecipients = async (deps: Deps, actor: Actor, input: ImportRecipientsInput): Promise<RecipientImport> => {
  await ownedCampaign(deps.db, actor, input.campaignId);
  return (await read(input, await listCustomRecipients(deps.db, input.campaignId))).told;
};

/** Brings people onto the list, known by their address: the same file again changes nothing, a better one corrects. */
export const importRecipients = (deps: Deps, actor: Actor, input: ImportRecipientsInput): Promise<RecipientImport> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, input.campaignId);
    const listed = await listCustomRecipients(db, campaign.id);
    const { told, people } = await read(input, listed);
    let last = listed.length;
    for (const { person, earlier } of people) {
      const place = earlier === null ? { id: deps.newId(), campaignId: campaign.id, sortOrder: (last += 1) } : earlier;
      // What the file does not say stays as staff wrote it.
      const said = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null)) as ImportedPerson;
      await saveCustomRecipient(db, { ...person, ...place, ...said, isActive: earlier?.isActive ?? true, campaignSlug: campaign.slug });
    }
    const facts = { created: told.created, changed: told.changed, rejected: told.rejected };
    await recordAudit(db, { actor, action: "recipient.import", entity: "Campaign", entityId: campaign.id, facts });
    await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: campaign.id, slug: campaign.slug }));
    return told;
  });

const read = async (
  { text, mapping: given, areaSet, areaId }: ImportRecipientsInput,
  listed: readonly CustomRecipient[],
): Promise<Read> => {
  const file = await openCsv(Readable.from([Buffer.from(text, "utf8")]));
  const mapping = given ?? guessRecipientColumns(file.headers);
  const earlier = new Map(listed.map((one) => [one.recipientEmail.toLowerCase(), one]));
  const seen = new Set<string>();
  const told: RecipientImport = {
    headers: file.headers,
    mapping,
    rows: [],
    read: 0,
    created: 0,
    changed: 0,
    same: 0,
    rejected: 0,
    problems: [],
  };
  const people: Read["people"] = [];
  for await (const { row, cells } of file.rows) {
    told.read += 1;
    if (told.read > recipientsAtMost) throw new AppError("INVALID", "recipient.tooMany", { most: recipientsAtMost });
    const { person, problem } = readRecipientRow(cells, mapping);
    const twice = person !== null && seen.has(person.recipientEmail);
    if (person === null || twice) {
      told.rejected += 1;
      const words = Object.values(cells)
        .filter((cell) => cell.trim() !== "")
        .join(" · ")
        .replace(/\s+/g, " ")
        .slice(0, 120);
      if (told.problems.length < shownRows.rejected) told.problems.push({ row, problem: problem ?? "twice", words });
      continue;
    }
    seen.add(person.recipientEmail);
    const tied = person.areaSet === null || person.areaId === null ? { ...person, areaSet, areaId } : person;
    const kept = earlier.get(person.recipientEmail) ?? null;
    const change = kept === null ? "NEW" : changes(kept, tied) ? "CHANGED" : "SAME";
    told[change === "NEW" ? "created" : change === "CHANGED" ? "changed" : "same"] += 1;
    if (change !== "SAME") people.push({ person: tied, earlier: kept });
    if (told.rows.length < shownRows.taken) {
      const {
        recipientName: name,
        recipientEmail: email,
        recipientTitle: title,
        recipientOrganization: organization,
        preferredLocale: locale,
      } = tied;
      told.rows.push({ row, name, email, title, organization, locale, change });
    }
  }
  return { told, people };
};

const ignored = ["isActive", "translations"];
// An empty cell says nothing, so it changes nothing.
const changes = (kept: CustomRecipient, person: ImportedPerson): boolean =>
  Object.entries(person).some(
    ([field, value]) => value !== null && !ignored.includes(field) && kept[field as keyof ImportedPerson] !== value,
  );
