-- What Prisma cannot express: what moderators look for is found by words, whatever their accents and capitals.

-- Small letters without accents, and a blank for every sign that is no letter or digit.
CREATE FUNCTION "plain_words"(words text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(
  lower(regexp_replace(normalize(words, NFKD), U&'[\0300-\036F]', '', 'g')),
  '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~«»‹›‘’“”„–—…·•№°§¶|' || U&'\00A0\202F',
  repeat(' ', 80)
);

-- Every word of what was typed, each as the beginning of one; null where it holds none.
CREATE FUNCTION "word_query"(typed text)
RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & '))
  FROM regexp_split_to_table(plain_words(typed), '\s+') word WHERE word <> ''
);

ALTER TABLE "RepresentativeResponse" ADD COLUMN "searchWords" tsvector GENERATED ALWAYS AS (
  strip(to_tsvector('simple', plain_words(
    "representativeName" || ' ' || "responseText" || ' ' || coalesce("userComment", '') || ' '
      || coalesce("submittedByName", '') || ' ' || coalesce("submittedByEmail", '')
  )))
) STORED;

-- Without a list of what is still to be sorted in: it is read far more often than written.
CREATE INDEX "RepresentativeResponse_search_idx" ON "RepresentativeResponse" USING gin ("searchWords") WITH (fastupdate = off)
  WHERE "confirmedAt" IS NOT NULL;
