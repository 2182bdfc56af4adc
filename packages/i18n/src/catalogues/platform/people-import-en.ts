export const peopleImportEn = {
  description: "Import a list of people (CSV): each is put at the door our own addresses are sure of, the others wait in a queue.",
  preset: "whose export it is; found by its headers when left out",
  overwrite: "fields that may overwrite what canvassers recorded ({{rules}}), divided by commas",
  columns: "which column holds what, where it is not guessed: field=header, divided by commas",
  badColumns: "Columns are written field=header, divided by commas, for example lastName=Nom.",
  badOverwrite: "Fields that may overwrite: {{rules}}.",
  headers: "Headers that are known, the first one present wins:",
};
