import { peopleImportEn } from "./people-import-en";
import { registerImportEn } from "./register-import-en";
import { localImportEn } from "./local-import-en";
import { tableImportEn } from "./table-import-en";

export const en = {
  cli: {
    description: "Administration of Changemaker from the shell.",
    import: {
      ...localImportEn,
      nar: registerImportEn,
      people: peopleImportEn,
      table: tableImportEn,
      compared:
        "{{read}} rows compared: {{created}} would be new, {{changed}} changed, {{same}} the same, {{rejected}} rejected. Nothing was changed.",
      takenBack:
        "Taken back: {{removed}} doors removed, {{restored}} fields as before, {{kept}} kept because people used or edited them since.",
      description: "Bring files in, beside a running server or without one.",
      addresses: "Import addresses from a CSV file (gzip and zip too) or the points of a GeoJSON.",
      rejected: "Print all rows an import did not take as CSV: row number, reason, and the row as it came.",
      rejectedAll: "All of them with their reasons: cm import rejected {{importId}}",
      cuts: "Import turf from a GeoJSON file (gzip too).",
      file: "the file",
      source: "where the file is from; its ids and names count within it",
      columns: "which column holds what, where it is not guessed",
      category: "what kind of area they are",
      json: "end with one line of JSON",
      rows: "rows",
      done: "{{read}} rows read: {{created}} new, {{changed}} changed, {{same}} the same, {{rejected}} rejected.",
      stopped: "Stopped after {{read}} rows: {{created}} new, {{changed}} changed, {{same}} the same, {{rejected}} rejected.",
      cancelled: "The import was cancelled.",
      badSource: "A source is a name of letters, digits, spaces, dots and dashes.",
      badColumns: "Columns are written field=header, divided by commas, for example address=Adresse,latitude=Lat.",
    },
    user: {
      description: "Accounts.",
      create: "Make an account with a password to be changed at the first sign-in.",
      email: "e-mail address",
      name: "the person’s name",
      role: "what the account may do",
      json: "end with one line of JSON",
      made: "{{email}} ({{role}}) may sign in with the password {{password}} (shown once).",
    },
    doctor: {
      description: "Ask each part of the house whether it answers.",
      json: "end with one line of JSON",
      checks: {
        database: "Database",
        queues: "Job queues",
        storage: "File storage",
        mail: "Mail",
        mailbox: "Mailbox",
        coordination: "Coordination",
        files: "Files",
        dataFolder: "Data folder",
        ffprobe: "ffprobe",
        clock: "Clock",
      },
      embeddedDatabase: "PostgreSQL {{version}} that came with the product, {{count}} migrations applied",
      ownDatabase: "PostgreSQL {{version}} named by DATABASE_URL, {{count}} migrations applied",
      queueCounts: "{{waiting}} jobs waiting, {{failed}} failed",
      keptMail: "stays in the mailbox of this computer; nothing is delivered until SMTP is set up",
      sentMail: "leaves through {{host}}, port {{port}}",
      ffprobe: {
        configured: "{{path}}, as FFPROBE_PATH says",
        system: "{{path}}",
        package: "{{path}}, an older one from a package: better install ffmpeg on this system",
      },
      noFfprobe: "not found: install ffmpeg, or set FFPROBE_PATH to where ffprobe is",
      clockGap: "the database’s clock is {{seconds}} seconds ahead of this computer’s: set both by the network",
      free: "{{folder}}, {{free}} GB free",
    },
    worker: {
      description: "Machines that work through media jobs.",
      create: "Make a token with which a media worker may come in.",
      name: "the machine’s name",
      json: "end with one line of JSON",
      made: "{{name}} comes in with WORKER_TOKEN={{token}} (shown once).",
    },
    demo: {
      description: "The demo organisation.",
      remove: "Remove the demo: its campaign, doors, turf, shifts, people and what was recorded with them.",
      json: "end with one line of JSON",
      removed: "The demo is gone. What you made yourself is untouched.",
      none: "There is no demo here.",
    },
  },
  errors: {
    storage: {
      full: "The server has no room left for files. Make room or ask whoever runs it, then go on.",
      databaseFull:
        "The server has no room left for its data. What was written so far stays. Make room or ask whoever runs it, then go on.",
    },
    fetch: {
      notAllowed: "A picture cannot be taken from this address. Use a public address that begins with https://.",
      unreachable: "There was no answer from that address. Check it, or try again later.",
      status: "That address answered with an error ({{status}}).",
      slow: "That address took too long to answer.",
      redirects: "That address sends on from place to place without end.",
      type: "There is no file of the right kind at that address.",
      tooLarge: "The file at that address is too large: at most {{megabytes}} MB.",
    },
    image: {
      format: "This kind of file cannot be used. Use a JPEG, PNG, WebP, GIF, TIFF or AVIF picture.",
      unreadable: "This picture cannot be read. It may be damaged.",
      tooManyPixels: "This picture is too large: at most {{megapixels}} million pixels.",
    },
  },
};
