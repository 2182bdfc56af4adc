// Numbers that look random and are the same for the same seed everywhere (sfc32).

/**
 * @param {number} seed
 * @returns {{ next: () => number, bits: () => number, below: (most: number) => number, is: (share: number) => boolean, guid: () => string }}
 */
export const chanceOf = (seed) => {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = 1;
  const bits = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) bits();
  const next = () => bits() / 4294967296;
  return {
    next,
    bits,
    below: (most) => Math.floor(next() * most),
    is: (share) => next() < share,
    guid: () => guidOf([bits(), bits(), bits(), bits()]),
  };
};

const hex = Array.from({ length: 65536 }, (_, value) => value.toString(16).padStart(4, "0"));

/** Version 4 of RFC 9562, which is how the register's own look. */
const guidOf = ([a, b, c, d]) =>
  `${hex[a >>> 16]}${hex[a & 65535]}-${hex[b >>> 16]}-${hex[(b & 0x0fff) | 0x4000]}-${hex[((c >>> 16) & 0x3fff) | 0x8000]}-${hex[c & 65535]}${hex[d >>> 16]}${hex[d & 65535]}`;

/**
 * Picks by weight.
 * @template T
 * @param {readonly (readonly [T, number])[]} weighted
 * @returns {(share: number) => T}
 */
export const pickerOf = (weighted) => {
  let sum = 0;
  const steps = weighted.map(([value, weight]) => ({ value, upTo: (sum += weight) }));
  return (share) => {
    const at = share * sum;
    let low = 0;
    let high = steps.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < steps[middle].upTo) high = middle;
      else low = middle + 1;
    }
    return steps[low].value;
  };
};
