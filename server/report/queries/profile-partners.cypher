MATCH (all:Project) WHERE all.startYear >= $from AND all.startYear <= $to
WITH count(all) AS everything
MATCH (:Country {iso2: $country})<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH everything, collect(DISTINCT p) AS own
UNWIND own AS p
MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(o:Country) WHERE o.iso2 <> $country
WITH everything, size(own) AS events, o, count(DISTINCT p) AS observed
ORDER BY observed DESC, o.iso2 LIMIT 5
MATCH (o)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(q:Project)
WHERE q.startYear >= $from AND q.startYear <= $to
WITH o, events, observed, everything, count(DISTINCT q) AS others
WITH o, events, observed, toFloat(events) * others / everything AS expected
RETURN o.iso2 AS country, o.name AS name, observed, toFloat(observed) / events AS share, expected,
       CASE WHEN expected > 0 THEN observed / expected END AS ratio
ORDER BY observed DESC, country
