import * as auth from "@cml/domain/auth";
import * as canvass from "@cml/domain/canvass";
import * as content from "@cml/domain/content";
import * as influence from "@cml/domain/influence";
import { locales } from "@cml/domain/kernel";
import * as map from "@cml/domain/map";
import { describe, expect, it } from "vitest";
import * as prismaEnums from "./generated/enums";

// Every enum of the Prisma schema beside the list of the same name in domain; a new one does not compile without its pair.
const domainEnums: Record<keyof typeof prismaEnums, readonly string[]> = {
  Locale: locales,
  UserRole: auth.userRoles,
  UserStatus: auth.userStatuses,
  UserCreatedVia: auth.userCreatedVias,
  CampaignStatus: influence.campaignStatuses,
  GovernmentLevel: influence.governmentLevels,
  EmailMethod: influence.emailMethods,
  CampaignEmailStatus: influence.campaignEmailStatuses,
  TargetPosition: influence.targetPositions,
  TargetHandling: influence.targetHandlings,
  LetterEventKind: influence.letterEventKinds,
  InboundKind: influence.inboundKinds,
  RepresentativeSource: influence.representativeSources,
  ResponseType: influence.responseTypes,
  ResponseStatus: influence.responseStatuses,
  ResponseChangeKind: influence.responseChangeKinds,
  ReplyOutcome: influence.replyOutcomes,
  SupportLevel: map.supportLevels,
  GeocodeProvider: map.geocodeProviders,
  BuildingType: map.buildingTypes,
  LocationHistoryAction: map.locationHistoryActions,
  ShiftStatus: map.shiftStatuses,
  ShiftKind: map.shiftKinds,
  SignupStatus: map.signupStatuses,
  SignupEnd: map.signupEnds,
  SignupCallOutcome: map.signupCallOutcomes,
  ShiftNoticeKind: map.shiftNoticeKinds,
  SignupSource: map.signupSources,
  CutCategory: map.cutCategories,
  ImportStatus: map.importStatuses,
  VisitOutcome: canvass.visitOutcomes,
  VisitSource: canvass.visitSources,
  CanvassSessionStatus: canvass.canvassSessionStatuses,
  TrackPointEvent: canvass.trackPointEvents,
  EmailTemplateCategory: content.emailTemplateCategories,
  EditorMode: content.editorModes,
  MkdocsExportMode: content.mkdocsExportModes,
};

describe("Prisma's enums and domain's", () => {
  it.each(Object.entries(prismaEnums))("%s has the same values on both sides", (name, values) => {
    const ours = domainEnums[name as keyof typeof prismaEnums];
    expect([...ours].sort()).toEqual(Object.keys(values).sort());
  });
});
