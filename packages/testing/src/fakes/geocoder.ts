type Question = { street: string; city: string; province: string; postalCode: string };
type Place = { latitude: number; longitude: number; place: string; province: string; exact: boolean };

export type FakeGeocoder = {
  asked: Question[];
  /** What a street answers from now on; an Error is thrown. */
  places: Map<string, Place | Error>;
  locate: (question: Question) => Promise<Place | null>;
};

/** Knows only the streets it is given. */
export const fakeGeocoder = (): FakeGeocoder => {
  const asked: Question[] = [];
  const places: FakeGeocoder["places"] = new Map();
  return {
    asked,
    places,
    locate: async (question) => {
      asked.push(question);
      const place = places.get(question.street) ?? null;
      if (place instanceof Error) throw place;
      return place;
    },
  };
};
