import type { Processors } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { canvassAbandonIdleSessions } from "./canvass-abandon-idle-sessions";
import { emailSendLetters } from "./email-send-letters";
import { emailSendTemplateMail } from "./email-send-template-mail";
import { influenceFetchFaces } from "./influence-fetch-faces";
import { influenceMailOfficeAnswers } from "./influence-mail-office-answers";
import { influencePurgeLetters } from "./influence-purge-letters";
import { influenceRefreshCouncil } from "./influence-refresh-council";
import { influenceRefreshLookUp } from "./influence-refresh-look-up";
import { influenceRefreshRepresentatives } from "./influence-refresh-representatives";
import { influenceReleaseLetters } from "./influence-release-letters";
import { influenceRemindLetters } from "./influence-remind-letters";
import { inboundFetchMail } from "./inbound-fetch-mail";
import { inboundPurgeMail } from "./inbound-purge-mail";
import { influenceWarnOfDeadlines } from "./influence-warn-of-deadlines";
import { mapRunImport } from "./map-run-import";
import { platformDispatchOutbox } from "./platform-dispatch-outbox";
import { platformExpireCredentials } from "./platform-expire-credentials";
import { platformFoldCounters } from "./platform-fold-counters";
import { platformPurgeExpired } from "./platform-purge-expired";

/** The processor of every job name: a file each, `<queue>-<verb-noun>.ts`, that calls one service. The start fails when one is missing. */
export const createProcessors = (deps: Deps): Processors => ({
  "canvass.abandon-idle-sessions": canvassAbandonIdleSessions(deps),
  "email.send-letters": emailSendLetters(deps),
  "email.send-template-mail": emailSendTemplateMail(deps),
  "influence.fetch-faces": influenceFetchFaces(deps),
  "influence.mail-office-answers": influenceMailOfficeAnswers(deps),
  "influence.purge-letters": influencePurgeLetters(deps),
  "influence.refresh-council": influenceRefreshCouncil(deps),
  "influence.refresh-look-up": influenceRefreshLookUp(deps),
  "influence.refresh-representatives": influenceRefreshRepresentatives(deps),
  "influence.release-letters": influenceReleaseLetters(deps),
  "influence.remind-letters": influenceRemindLetters(deps),
  "inbound.fetch-mail": inboundFetchMail(deps),
  "inbound.purge-mail": inboundPurgeMail(deps),
  "influence.warn-of-deadlines": influenceWarnOfDeadlines(deps),
  "map.run-import": mapRunImport(deps),
  "platform.dispatch-outbox": platformDispatchOutbox(deps),
  "platform.expire-credentials": platformExpireCredentials(deps),
  "platform.fold-counters": platformFoldCounters(deps),
  "platform.purge-expired": platformPurgeExpired(deps),
});
