import { findReplyRecord, listReplyRecords as listRows } from "@cml/db/influence";
import {
  type ListReplyRecordsInput,
  ownerFilter,
  type ReplyRecord,
  type ReplyRecordDetail,
  type ReplyRecordInput,
} from "@cml/domain/influence";
import { type Actor, AppError, type Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Representatives over all campaigns the reader may see: letters, replies, days. */
export const listReplyRecords = async (deps: Deps, actor: Actor, input: ListReplyRecordsInput): Promise<Page<ReplyRecord>> =>
  listRows(deps.db, { ...input, ownerId: ownerFilter(actor) });

/** One representative over the campaigns the reader may see. */
export const getReplyRecord = async (deps: Deps, actor: Actor, { recipientKey }: ReplyRecordInput): Promise<ReplyRecordDetail> => {
  const record = await findReplyRecord(deps.db, { recipientKey, ownerId: ownerFilter(actor) });
  if (record === null) throw new AppError("NOT_FOUND", "followUp.noRecord");
  return record;
};
