import type { SupportLevel } from "@cml/domain/map";

const numbers = { LEVEL_1: 1, LEVEL_2: 2, LEVEL_3: 3, LEVEL_4: 4 } as const;

export const levelNumber = (level: SupportLevel): 1 | 2 | 3 | 4 => numbers[level];
