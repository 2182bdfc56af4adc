/** 1 strong support … 4 opposed; stored as "1"…"4". Null means not asked. */
export const supportLevels = ["LEVEL_1", "LEVEL_2", "LEVEL_3", "LEVEL_4"] as const;
export type SupportLevel = (typeof supportLevels)[number];

/** Where a point came from; LOCAL is our own address table. */
export const geocodeProviders = ["GOOGLE", "MAPBOX", "NOMINATIM", "PHOTON", "LOCATIONIQ", "ARCGIS", "LOCAL", "UNKNOWN"] as const;
export type GeocodeProvider = (typeof geocodeProviders)[number];

export const buildingTypes = ["SINGLE_FAMILY", "MULTI_UNIT", "MIXED_USE", "COMMERCIAL"] as const;
export type BuildingType = (typeof buildingTypes)[number];

export const locationHistoryActions = [
  "CREATED",
  "UPDATED",
  "GEOCODED",
  "BULK_GEOCODED",
  "MOVED_ON_MAP",
  "IMPORTED_CSV",
  "IMPORTED_NAR",
  "MERGED",
  "ARCHIVED",
  "IMPORT_UNDONE",
] as const;
export type LocationHistoryAction = (typeof locationHistoryActions)[number];

export const shiftStatuses = ["OPEN", "FULL", "CANCELLED"] as const;
export type ShiftStatus = (typeof shiftStatuses)[number];

export const shiftKinds = ["CANVASS", "SIGNS", "PHONE_BANK", "LITERATURE", "EVENT", "TRAINING", "OTHER"] as const;
export type ShiftKind = (typeof shiftKinds)[number];

export const signupStatuses = ["CONFIRMED", "CANCELLED", "WAITLISTED", "ATTENDED", "NO_SHOW"] as const;
export type SignupStatus = (typeof signupStatuses)[number];

/** Why a sign-up is CANCELLED. */
export const signupEnds = ["VOLUNTEER", "ORGANISER", "LAPSED"] as const;
export type SignupEnd = (typeof signupEnds)[number];

/** What a call to ask whether somebody comes brought. */
export const signupCallOutcomes = ["COMING", "CANNOT", "NO_ANSWER", "WRONG_NUMBER"] as const;
export type SignupCallOutcome = (typeof signupCallOutcomes)[number];

/** What is mailed to everybody of a shift. */
export const shiftNoticeKinds = ["CHANGED", "CANCELLED", "MESSAGE"] as const;
export type ShiftNoticeKind = (typeof shiftNoticeKinds)[number];

export const signupSources = ["AUTHENTICATED", "PUBLIC", "ADMIN", "WALK_UP"] as const;
export type SignupSource = (typeof signupSources)[number];

export const cutCategories = ["CUSTOM", "WARD", "NEIGHBORHOOD", "DISTRICT", "POLLING_DIVISION"] as const;
export type CutCategory = (typeof cutCategories)[number];

export const importStatuses = ["QUEUED", "RUNNING", "COMPLETED", "FAILED", "CANCELLED", "UNDONE"] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What happened at the door. */
export const visitOutcomes = [
  "SPOKE_WITH",
  "NOT_HOME",
  "REFUSED",
  "MOVED",
  "ALREADY_VOTED",
  "LEFT_LITERATURE",
  "COME_BACK_LATER",
  "WRONG_ADDRESS",
  "INACCESSIBLE",
  "OTHER",
] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];
