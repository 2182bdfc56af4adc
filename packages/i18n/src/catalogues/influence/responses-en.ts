/** What may go wrong with responses on the wall. */
export const responseErrorsEn = {
  notFound: "There is no such response.",
  wallOff: "This campaign has no response wall.",
  representativeUnknown: "We do not know this person in this campaign. Type the name by hand.",
  levelNeeded: "Please say at which level this person sits.",
  emailNeeded: "We need your e-mail address to ask whether this is from you. It is never shown.",
  dayUnlikely: "Check the day: it lies ahead of us, or very far back.",
  textNeeded: "A response needs words or a picture.",
  mailTaken: "This answer was shared before. Thank you!",
  linkExpired: "This link has expired, and what you shared was deleted. Please share it again.",
  pictureGone: "The picture is no longer there. Please add it again.",
  decidedAlready: "Somebody has already decided this. Reload to see how it stands.",
  disputeNeedsProof: "Its office says that this is not theirs. Look at the proof and mark it as seen before you approve it.",
  changedMeanwhile: "Somebody changed this response meanwhile. Reload it and look again.",
  nothingChanged: "Nothing was changed.",
  changeUnknown: "This cannot be taken back.",
  undoneAlready: "This was already taken back.",
};
