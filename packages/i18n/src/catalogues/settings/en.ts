export const en = {
  errors: {
    settings: {
      defaultLocaleMissing: "The default language must be one of the languages the site offers.",
      smtpIncomplete: "A mail server of your own needs an address to send from.",
      testRecipientMissing: "Test mode needs an address that receives the mail.",
      inboundImapIncomplete: "Reading a mailbox needs its server and its user.",
      inboundSmtpIncomplete: "A port of our own needs the domain that letters answer to, and the port's number.",
      testTemplate: "The template of the test mail cannot be written. Look at it under e-mail templates.",
    },
  },
  setup: {
    organization: { title: "Your organisation", hint: "Its name, and the postal address every bulk mail must carry." },
    languages: { title: "Languages and time zone", hint: "What the public site offers, and the clock shifts go by." },
    publicUrl: { title: "Public address", hint: "What people open; every link in a mail begins with it." },
    mail: { title: "Mail", hint: "The server mail leaves by. A real test shows whether it works." },
    map: { title: "Map", hint: "Where the map opens." },
  },
  testMail: {
    accepted: "The server {{host}} took the message for {{sentTo}}. Look into that inbox, and into its junk folder.",
    keptInMailbox: "The message is in the mailbox on this computer. Nothing was delivered to {{sentTo}}: enter a mail server for that.",
    refused: "The server {{host}} refused: {{response}}",
    uncertain: "The connection to {{host}} broke while the message was handed over. It may have arrived or not: {{response}}",
    unreachable: "The server {{host}} on port {{port}} could not be reached: {{response}}",
  },
};
