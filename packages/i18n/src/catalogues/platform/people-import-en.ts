export const peopleImportEn = {
  description: "Import a list of people (CSV): each is put at the door our own addresses are sure of, the others wait in a queue.",
  preset: "whose export it is ({{presets}}), or the name of a saved preset; found by its headers when left out",
  savePreset: "save how this list is read under a name, for the next one and for the wizard",
  presets: {
    description: "List the saved ways of reading addresses and lists of people",
    kind: "only those of this kind",
    none: "No preset has been saved yet.",
    line: "{{kind}}  {{name}}  ({{columns}})",
    guessed: "columns by their headers",
  },
  overwrite: "fields that may overwrite what canvassers recorded ({{rules}}), divided by commas",
  columns: "which column holds what, where it is not guessed: field=header, divided by commas",
  badColumns: "Columns are written field=header, divided by commas, for example lastName=Nom.",
  badName: "A preset’s name has 1 to 80 characters, and is none of {{presets}}.",
  badOverwrite: "Fields that may overwrite: {{rules}}.",
  headers: "Headers that are known, the first one present wins:",
};
