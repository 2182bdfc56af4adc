/** Text messages to people who have not said that they come; they answer the caller's own telephone. */
export const shiftCallsEn = {
  tomorrow:
    "Hello {{name}}, this is {{organization}}. You are signed up for “{{title}}” tomorrow, {{time}}. Can you come? A yes or no is enough.",
  tomorrowWhere:
    "Hello {{name}}, this is {{organization}}. You are signed up for “{{title}}” tomorrow, {{time}}, {{where}}. Can you come? A yes or no is enough.",
  day: "Hello {{name}}, this is {{organization}}. You are signed up for “{{title}}” on {{day}}, {{time}}. Can you come? A yes or no is enough.",
  dayWhere:
    "Hello {{name}}, this is {{organization}}. You are signed up for “{{title}}” on {{day}}, {{time}}, {{where}}. Can you come? A yes or no is enough.",
};

/** Columns of exported sign-ups. */
export const signupExportEn = {
  shift: "shift",
  kind: "kind",
  date: "day",
  startTime: "from",
  endTime: "until",
  location: "meeting place",
  turf: "turf",
  name: "name",
  email: "e-mail",
  phone: "telephone",
  language: "language",
  status: "status",
  source: "came by",
  signedUpAt: "signed up",
  confirmedAt: "said they come",
  calls: "calls",
  attended: "attended",
  noShow: "no-show",
  checkedInAt: "checked in",
  leftAt: "left",
  shiftId: "shift id",
  id: "id",
  yes: "yes",
  no: "no",
};
