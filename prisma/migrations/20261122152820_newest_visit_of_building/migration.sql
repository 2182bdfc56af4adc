-- What Prisma cannot express.

-- When somebody was last at a building follows from its doors too, so that lists and map agree after merges, moves and undone visits.
CREATE OR REPLACE FUNCTION "count_units"(buildings uuid[]) RETURNS void LANGUAGE plpgsql SET enable_nestloop = on AS $$
BEGIN
  PERFORM 1 FROM "Location" WHERE "id" = ANY(buildings) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "Location" l SET "visitedUnits" = u.visited, "signUnits" = u.signs, "support1Units" = u.one, "support2Units" = u.two,
    "support3Units" = u.three, "support4Units" = u.four, "lastOutcome" = u.outcome, "lastVisitedAt" = u.newest
  FROM (
    SELECT wanted."id", count(a."lastVisitedAt") AS visited, count(*) FILTER (WHERE a."sign") AS signs,
      count(*) FILTER (WHERE a."supportLevel" = '1') AS one, count(*) FILTER (WHERE a."supportLevel" = '2') AS two,
      count(*) FILTER (WHERE a."supportLevel" = '3') AS three, count(*) FILTER (WHERE a."supportLevel" = '4') AS four,
      (array_agg(a."lastOutcome" ORDER BY a."lastVisitedAt" DESC, a."id" DESC) FILTER (WHERE a."lastVisitedAt" IS NOT NULL))[1] AS outcome,
      max(a."lastVisitedAt") AS newest
    FROM unnest(buildings) wanted("id") LEFT JOIN "Address" a ON a."locationId" = wanted."id"
    GROUP BY 1
  ) u
  WHERE l."id" = u."id"
    AND (l."visitedUnits", l."signUnits", l."support1Units", l."support2Units", l."support3Units", l."support4Units", l."lastOutcome", l."lastVisitedAt")
      IS DISTINCT FROM (u.visited, u.signs, u.one, u.two, u.three, u.four, u.outcome, u.newest);
END $$;
