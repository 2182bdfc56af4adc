import type { Processors } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { canvassAbandonIdleSessions } from "./canvass-abandon-idle-sessions";
import { emailSendLetter } from "./email-send-letter";
import { emailSendTemplateMail } from "./email-send-template-mail";
import { influenceReleaseLetters } from "./influence-release-letters";
import { mapRunImport } from "./map-run-import";
import { platformDispatchOutbox } from "./platform-dispatch-outbox";
import { platformExpireCredentials } from "./platform-expire-credentials";
import { platformFoldCounters } from "./platform-fold-counters";
import { platformPurgeExpired } from "./platform-purge-expired";

/** The processor of every job name: a file each, `<queue>-<verb-noun>.ts`, that calls one service. The start fails when one is missing. */
export const createProcessors = (deps: Deps): Processors => ({
  "canvass.abandon-idle-sessions": canvassAbandonIdleSessions(deps),
  "email.send-letter": emailSendLetter(deps),
  "email.send-template-mail": emailSendTemplateMail(deps),
  "influence.release-letters": influenceReleaseLetters(deps),
  "map.run-import": mapRunImport(deps),
  "platform.dispatch-outbox": platformDispatchOutbox(deps),
  "platform.expire-credentials": platformExpireCredentials(deps),
  "platform.fold-counters": platformFoldCounters(deps),
  "platform.purge-expired": platformPurgeExpired(deps),
});
