/** Text message to somebody who is expected; it answers the captain's own telephone. */
export const shiftDayEn = {
  text: "Hello {{name}}, this is {{captain}} from “{{title}}” ({{time}}{{where}}). Are you on your way?",
};

export const shiftDayErrorsEn = {
  notCaptain: "Only its captain leads this shift, from a week before until three days after it.",
  tooEarly: "People are checked in on the day of the shift, not before.",
  notHere: "This person is not checked in.",
  hasTurf: "This person has a turf. Take it back first.",
  closed: "This shift is closed. Open it again first.",
  notBegun: "This shift has not begun.",
  stillOut: "Turfs are still out, or phones may hold records. Close it with a reason, or wait for them.",
  noCode: "This is no check-in code. It has eight letters and digits.",
  forged: "This code belongs to nobody. Look at the page of the person’s own sign-up again.",
  otherShift: "This code is for another shift of today: “{{title}}”.",
  otherDay: "This code is for another day.",
  codeCancelled: "{{name}} cancelled. If they are here all the same, check them in on the list.",
  notOfShift: "Turf goes to people of this shift. Add them to the list first.",
};
