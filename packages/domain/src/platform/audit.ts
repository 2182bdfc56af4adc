/** What may be written down of who did what, by what it is about; the words for each are in the catalogues of the admin. */
export const auditDeeds = {
  export: [
    "location.export-begun", "location.export", "campaign.exportLetters-begun", "campaign.exportLetters", "campaign.exportReplies",
    "representative.exportReplies", "letter.hand-in-download", "people.export-rejected", "turf.export-begun", "turf.export",
    "shift.export-begun", "shift.export", "walkSheet.print",
  ],
  campaign: [
    "campaign.changeSlug", "campaign.setPreviewLink", "campaign.mail-result", "letter.hand-in", "letters.cancel", "letters.retry", "letters.settle",
    "letters.unsettle", "recipient.import", "recipient.release", "target.handle", "target.decide-held", "inbound.assign", "response.approve",
    "response.reject", "response.edit", "response.box", "response.proof", "response.office-reply", "response.undo", "response.remove",
    "response.restore", "response.take-off-upvotes", "response.put-back-upvotes", "sittingBreak.add", "sittingBreak.end",
    "representativeOverride.add", "representativeOverride.edit", "representativeOverride.remove",
  ],
  doors: [
    "location.merge", "location.merge-undo", "location.bulk-edit", "location.bulk-remove", "location.bulk-undo", "people.import", "unmatched.place-many", "unmatched.place-many-undo", "geocode.start",
    "turf.delete", "turf.restore", "turf.plan", "turf.keep", "turf.keep-undo", "shift.close", "shift.reopen",
  ],
  account: [
    "user.create", "user.update", "user.signUp", "user.verifyEmail", "user.changePassword", "user.requestPasswordReset", "user.resetPassword",
    "session.open", "session.refuse", "session.close", "session.closeAll", "tokens.issue", "tokens.reuse", "worker.create", "worker.revoke",
  ],
  settings: [
    "settings.setup", "settings.update", "settings.updateMap", "settings.importBasemap", "settings.removeBasemap", "settings.testMail", "geocoder.update",
    "sending.pause", "sending.resume", "sending.clean", "demo.remove",
  ],
} as const; // prettier-ignore

export type AuditKind = keyof typeof auditDeeds;
export const auditKinds = Object.keys(auditDeeds) as [AuditKind, ...AuditKind[]];

/** What was done: `<noun>.<verb>`, for example `campaign.changeSlug`. */
export type AuditAction = (typeof auditDeeds)[AuditKind][number];
const actions: readonly string[] = Object.values(auditDeeds).flat();

/** False for what an older version wrote and nothing does any more. */
export const isAuditAction = (action: string): action is AuditAction => actions.includes(action);

/** Ids, counts, states and field names; never personal data. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
