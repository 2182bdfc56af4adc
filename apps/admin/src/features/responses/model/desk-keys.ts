export const deskDeeds = ["approve", "reject", "edit", "boxes", "proof", "preview", "history", "undo", "next", "previous", "keys"] as const;
export type DeskDeed = (typeof deskDeeds)[number];

/** The keys of each deed, the one to show first. */
export const keysOf: Record<DeskDeed, readonly string[]> = {
  approve: ["A"],
  reject: ["R"],
  edit: ["E"],
  boxes: ["B"],
  proof: ["P"],
  preview: ["W"],
  history: ["H"],
  undo: ["U"],
  next: ["J", "ArrowRight"],
  previous: ["K", "ArrowLeft"],
  keys: ["?"],
};

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat" | "target" | "defaultPrevented">;

// Where letters are typed, or arrows have a meaning of their own.
const taken =
  "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox], [role=combobox], [role=radiogroup], [data-own-keys]";

/** What a key press asks for, or null: with other keys held down, in a field, in a dialog or held down it is somebody else's. */
export const deedOf = (press: Press): DeskDeed | null => {
  if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.target instanceof Element && press.target.closest(taken) !== null) return null;
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const deed = deskDeeds.find((one) => keysOf[one].includes(key)) ?? null;
  // Held down, only going from one to the next makes sense: a decision is made once.
  return press.repeat && deed !== "next" && deed !== "previous" ? null : deed;
};
