import {
  countAnswerReaders,
  countOfficeLetters,
  findOfficeAnswer,
  listOfficeDays,
  listOfficeLetters,
  listResponsesAbout,
} from "@cml/db/influence";
import {
  nextDigestAt,
  officeLettersPerPage,
  type OfficePage,
  type OfficePageInput,
  type RepresentativeResponse,
} from "@cml/domain/influence";
import { type Actor, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { type OfficeOfCampaign, openedOffice } from "./opened-office";

const mostResponses = 50;

/** Everything an office sees about its letters of one campaign: nothing in it that its own mailbox did not get. */
export const getOfficePage = async (deps: Deps, actor: Actor, input: OfficePageInput): Promise<OfficePage> => {
  const { office, campaign } = await openedOffice(deps, actor, input);
  const { settings } = await readSettings(deps);
  const theirs = { campaignId: campaign.id, recipientKey: office.recipientKey };
  const letters = await countOfficeLetters(deps.db, theirs);
  const pages = Math.max(1, Math.ceil(letters.total / officeLettersPerPage));
  const page = Math.min(input.page, pages);
  const [days, list, answer, readers, responses] = await Promise.all([
    listOfficeDays(deps.db, { ...theirs, timeZone: settings.timeZone }),
    listOfficeLetters(deps.db, { ...theirs, offset: (page - 1) * officeLettersPerPage, limit: officeLettersPerPage }),
    findOfficeAnswer(deps.db, office.id),
    countAnswerReaders(deps.db, { ...theirs, now: deps.clock.now() }),
    campaign.showResponseWall ? listResponsesAbout(deps.db, { ...theirs, email: office.email, atMost: mostResponses }) : [],
  ]);
  return {
    campaignSlug: campaign.slug,
    campaignTitle: localized(campaign, "title", actor.locale),
    showsWall: campaign.showResponseWall,
    officeName: office.name,
    officeTitle: office.title,
    email: office.email,
    letters,
    days,
    list,
    page,
    pages,
    answer,
    mayAnswer: answer === null || answer.status === "REJECTED",
    readers,
    responses: responses.map(aboutOffice),
    digest: digestOf({ office, campaign }, settings.timeZone),
    contact: { name: office.contact ?? "", email: office.contactEmail ?? "", phone: office.contactPhone ?? "" },
  };
};

const digestOf = ({ office, campaign }: OfficeOfCampaign, timeZone: string): OfficePage["digest"] => {
  const since = office.digestSentAt ?? office.digestOnAt;
  const nextAt = office.digest && since !== null ? nextDigestAt({ since, timeZone, campaign }) : null;
  return { on: office.digest, nextAt, sentAt: office.digestSentAt };
};

const aboutOffice = (response: RepresentativeResponse): OfficePage["responses"][number] => {
  const { id, responseType, shownText, shownComment, screenshotUrl, isAnonymous, submittedByName, createdAt, isVerified } = response;
  const { officeReply, officeReplyAt, officeReplyStatus } = response;
  const reply =
    officeReply === null || officeReplyAt === null || officeReplyStatus === null
      ? null
      : { text: officeReply, at: officeReplyAt, status: officeReplyStatus };
  return {
    id,
    type: responseType,
    text: shownText,
    comment: shownComment,
    screenshotUrl,
    author: isAnonymous ? null : submittedByName,
    createdAt,
    isConfirmed: isVerified,
    reply,
  };
};
