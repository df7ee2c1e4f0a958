MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-(i:Institution)-[:PARTICIPATES_IN]->(p:Project)-[:ABOUT]->(t:Topic)<-[:ABOUT]-(h:Challenge)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
WITH h, i, count(DISTINCT p) AS projects
ORDER BY projects DESC, i.id
WITH h, collect(i)[0] AS seeker
ORDER BY h.priority DESC, h.id LIMIT 8
CALL collab.partners({seeker: seeker, challenge: h, regions: [$region, $against], newOnly: true, k: 1})
YIELD name, country, score, reasons, rankLow, rankHigh, verdict, raise
RETURN h.title AS challenge, seeker.name AS seeker, name AS partner, country, score,
       [r IN reasons WHERE r.contribution > 0 | r.component] AS why, rankLow, rankHigh, verdict,
       [r IN raise | r.component][..2] AS missing
ORDER BY challenge
