const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/**
 * How much of a letter is its writer's own, 0 to 1: the share of the words sent that are not in the campaign's text for the
 * same person. Words are compared as multisets (a word used three times by the campaign covers three uses), without case,
 * punctuation and order, so that moving a paragraph is no edit and repeating a slogan is. Leaving words out counts nothing.
 */
export const editedShare = (sent: string, campaignText: string): number => {
  const words = wordsOf(sent);
  if (words.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of wordsOf(campaignText)) left.set(word, (left.get(word) ?? 0) + 1);
  let own = 0;
  for (const word of words) {
    const covered = left.get(word) ?? 0;
    if (covered === 0) own += 1;
    else left.set(word, covered - 1);
  }
  return own / words.length;
};
