const letters = "ABCEGHJKLMNPRSTVWXYZ";
const perArea = 10 * 20 * 10;

/** A new code for each side of a block: the town's first two signs, then letter, digit, letter, digit in turn. No code is given to two towns. */
export const postalCodesOf = () => {
  const given = new Map();
  return (town) => {
    const count = given.get(town.area) ?? 0;
    given.set(town.area, count + 1);
    const area = Math.floor(count / perArea);
    const inArea = count % perArea;
    // Past the letters of its own digit a town goes on with the next digits, as large cities do.
    const digit = (Number(town.area[1]) + 3 * Math.floor(area / letters.length)) % 10;
    const tail = `${Math.floor(inArea / 200)}${letters[Math.floor(inArea / 10) % 20]}${inArea % 10}`;
    return `${town.area[0]}${digit}${letters[area % letters.length]}${tail}`;
  };
};
