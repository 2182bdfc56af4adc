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
  errors: {
    canvass: {
      sessionNotFound: "This walk does not exist.",
      sessionOpen: "You have another walk open. End it first.",
      accountEnded: "This account has ended.",
    },
  },
};
