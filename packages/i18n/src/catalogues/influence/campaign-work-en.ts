/** What is refused to authors of campaigns, and why; the columns of the export. */
export const campaignErrorsEn = {
  window: "Letters have no time to leave: the end must be after its start, and hours need a from and an until on the same day.",
  nextStep: "A next step needs both its words and its address.",
  slugInUse: "This address is or was another campaign's. Choose another one.",
  coverNotFound: "This picture has not arrived. Please choose it again.",
  problems: {
    noTargets: "Nobody would get these letters. Choose who is written to first.",
    noWay: "Nobody could do anything here: allow sending, own mail programs, printing or calls first.",
    window: "Letters have no time to leave. Correct the sending times first.",
    ended: "The campaign's end has passed. Set a later one first, or none.",
  },
};

export const letterExportEn = {
  written: "Written (UTC)",
  status: "Status",
  method: "Way",
  methods: { SMTP: "Sent from here", MAILTO: "Own mail program", PRINT: "Printed" },
  recipient: "Recipient",
  recipientTitle: "Office",
  level: "Level",
  party: "Party",
  recipientEmail: "Recipient's e-mail",
  sender: "Sender",
  senderEmail: "Sender's e-mail",
  postalCode: "Postal code",
  city: "City",
  language: "Language",
  source: "Source",
  editedShare: "Share in own words",
  handedOver: "Handed over (UTC)",
  returned: "Returned (UTC)",
  answered: "Answered (UTC)",
  handedIn: "Handed in (UTC)",
  notConstituent: "Not a constituent, says the office (UTC)",
  subject: "Subject",
  message: "Letter",
};
