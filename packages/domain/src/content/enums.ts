export const emailTemplateCategories = ["INFLUENCE", "MAP", "SYSTEM"] as const;
export type EmailTemplateCategory = (typeof emailTemplateCategories)[number];

export const editorModes = ["VISUAL", "CODE"] as const;
export type EditorMode = (typeof editorModes)[number];

export const mkdocsExportModes = ["THEMED", "STANDALONE"] as const;
export type MkdocsExportMode = (typeof mkdocsExportModes)[number];
