type Access = { provider: string; baseUrl: string | null; key: string | null };
type Question = { text: string; parts: { street: string; city: string; province: string; postalCode: string } | null };
type Point = { latitude: number; longitude: number };
type Place = Point & {
  address: string;
  houseNumber: string | null;
  municipality: string | null;
  province: string | null;
  postalCode: string | null;
  precision: "rooftop" | "parcel" | "interpolated" | "street" | "postalCode" | "town" | "region";
  isPartial: boolean;
  score: number | null;
  confidence: number;
};

export type FakeGeocoders = {
  asked: { access: Access; question: Question | Point }[];
  /** What a provider answers from now on; an Error is thrown. */
  answers: Map<string, Place | Error>;
  forward: (access: Access, question: Question) => Promise<Place | null>;
  reverse: (access: Access, point: Point) => Promise<Place | null>;
};

/** Knows only what it is given. */
export const fakeGeocoders = (): FakeGeocoders => {
  const asked: FakeGeocoders["asked"] = [];
  const answers: FakeGeocoders["answers"] = new Map();
  const answer = (access: Access, question: Question | Point): Promise<Place | null> => {
    asked.push({ access, question });
    const given = answers.get(access.provider) ?? null;
    return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
  };
  return { asked, answers, forward: answer, reverse: answer };
};
