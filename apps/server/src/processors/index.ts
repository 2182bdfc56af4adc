import type { Processors } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { canvassAbandonIdleSessions } from "./canvass-abandon-idle-sessions";
import { emailSendLetters } from "./email-send-letters";
import { emailSendTemplateMail } from "./email-send-template-mail";
import { influenceAskWhatBecame } from "./influence-ask-what-became";
import { influenceCountReplies } from "./influence-count-replies";
import { influenceFetchFaces } from "./influence-fetch-faces";
import { influenceMailOfficeAnswers } from "./influence-mail-office-answers";
import { influenceMailResults } from "./influence-mail-results";
import { influenceSendOfficeDigests } from "./influence-send-office-digests";
import { influencePurgeLetters } from "./influence-purge-letters";
import { influenceSettleResponse } from "./influence-settle-response";
import { influenceBoxResponsePicture } from "./influence-box-response-picture";
import { influencePurgeResponses } from "./influence-purge-responses";
import { influenceSweepResponsePictures } from "./influence-sweep-response-pictures";
import { influenceRefreshCouncil } from "./influence-refresh-council";
import { influenceRefreshLookUp } from "./influence-refresh-look-up";
import { influenceRefreshRepresentatives } from "./influence-refresh-representatives";
import { influenceReleaseLetters } from "./influence-release-letters";
import { influenceRemindLetters } from "./influence-remind-letters";
import { inboundFetchMail } from "./inbound-fetch-mail";
import { inboundPurgeMail } from "./inbound-purge-mail";
import { influenceWarnOfDeadlines } from "./influence-warn-of-deadlines";
import { mapFindDuplicates } from "./map-find-duplicates";
import { mapAutoCut } from "./map-auto-cut";
import { mapPlaceUnmatched } from "./map-place-unmatched";
import { mapRunBulk } from "./map-run-bulk";
import { mapPurgeRegisters } from "./map-purge-registers";
import { mapResumeImports } from "./map-resume-imports";
import { mapRunGeocoding } from "./map-run-geocoding";
import { mapRunImport } from "./map-run-import";
import { mapSweepShifts } from "./map-sweep-shifts";
import { mapTakeFolderFile } from "./map-take-folder-file";
import { mapUndoImport } from "./map-undo-import";
import { platformDispatchOutbox } from "./platform-dispatch-outbox";
import { platformExpireCredentials } from "./platform-expire-credentials";
import { platformFoldCounters } from "./platform-fold-counters";
import { platformPurgeExpired } from "./platform-purge-expired";

/** The processor of every job name: a file each, `<queue>-<verb-noun>.ts`, that calls one service. The start fails when one is missing. */
export const createProcessors = (deps: Deps): Processors => ({
  "canvass.abandon-idle-sessions": canvassAbandonIdleSessions(deps),
  "email.send-letters": emailSendLetters(deps),
  "email.send-template-mail": emailSendTemplateMail(deps),
  "influence.ask-what-became": influenceAskWhatBecame(deps),
  "influence.count-replies": influenceCountReplies(deps),
  "influence.mail-results": influenceMailResults(deps),
  "influence.fetch-faces": influenceFetchFaces(deps),
  "influence.mail-office-answers": influenceMailOfficeAnswers(deps),
  "influence.send-office-digests": influenceSendOfficeDigests(deps),
  "influence.purge-letters": influencePurgeLetters(deps),
  "influence.settle-response": influenceSettleResponse(deps),
  "influence.box-response-picture": influenceBoxResponsePicture(deps),
  "influence.purge-responses": influencePurgeResponses(deps),
  "influence.sweep-response-pictures": influenceSweepResponsePictures(deps),
  "influence.refresh-council": influenceRefreshCouncil(deps),
  "influence.refresh-look-up": influenceRefreshLookUp(deps),
  "influence.refresh-representatives": influenceRefreshRepresentatives(deps),
  "influence.release-letters": influenceReleaseLetters(deps),
  "influence.remind-letters": influenceRemindLetters(deps),
  "inbound.fetch-mail": inboundFetchMail(deps),
  "inbound.purge-mail": inboundPurgeMail(deps),
  "influence.warn-of-deadlines": influenceWarnOfDeadlines(deps),
  "map.find-duplicates": mapFindDuplicates(deps),
  "map.auto-cut": mapAutoCut(deps),
  "map.place-unmatched": mapPlaceUnmatched(deps),
  "map.run-bulk": mapRunBulk(deps),
  "map.purge-registers": mapPurgeRegisters(deps),
  "map.resume-imports": mapResumeImports(deps),
  "map.run-geocoding": mapRunGeocoding(deps),
  "map.run-import": mapRunImport(deps),
  "map.sweep-shifts": mapSweepShifts(deps),
  "map.take-folder-file": mapTakeFolderFile(deps),
  "map.undo-import": mapUndoImport(deps),
  "platform.dispatch-outbox": platformDispatchOutbox(deps),
  "platform.expire-credentials": platformExpireCredentials(deps),
  "platform.fold-counters": platformFoldCounters(deps),
  "platform.purge-expired": platformPurgeExpired(deps),
});
