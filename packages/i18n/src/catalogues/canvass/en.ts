import { appEn } from "./app-en";

export const en = {
  app: appEn,
  refusal: {
    malformed: "This visit could not be read.",
    notYourTurf: "This door is not in your turf.",
    noSession: "This visit belongs to no walk we know.",
    notYourSession: "This visit belongs to somebody else’s walk.",
    inTheFuture: "This visit lies in the future. Is the phone’s clock right?",
    beforeSession: "This visit happened before the walk began.",
    afterAccountEnded: "This visit happened after the account had ended.",
    tooLate: "This visit came more than two weeks after the account had ended.",
    idTaken: "This visit’s number was used by somebody else.",
    noSuchDoor: "This door no longer exists.",
  },
  /** Why what was typed in from a sheet of paper is not taken. */
  typing: {
    malformed: "This line could not be read.",
    idTaken: "This visit’s number was used before.",
    notOnSheet: "This door is not on the sheet.",
    noSuchDoor: "This door no longer exists.",
    noSuchPerson: "Whoever is named as having walked did not come to this shift.",
    inTheFuture: "That day has not come yet.",
    beforePrinted: "The sheet was printed after that day.",
  },
  errors: {
    canvass: {
      sheet: {
        noCode: "That is not the code of a sheet. It has eight letters and digits, such as K7QM-2XWD.",
        unknownCode: "No sheet has this code. Compare it with the paper, letter by letter.",
      },
      sessionNotFound: "This walk does not exist.",
      sessionOpen: "You have another walk open. End it first.",
      accountEnded: "This account has ended.",
    },
  },
};
