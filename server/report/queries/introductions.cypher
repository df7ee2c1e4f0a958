MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-(i:Institution)-[:PARTICIPATES_IN]->(p:Project)-[:ABOUT]->(t:Topic)<-[:ABOUT]-(h:Challenge)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
  AND ($topic IS NULL OR EXISTS { MATCH (h)-[:ABOUT]->(:Topic)-[:BROADER*0..]->(within:Topic)
                WHERE $topic IN [within.code, within.id, within.name] OR within.code STARTS WITH $topic + '.' })
WITH h, i, c, count(DISTINCT p) AS projects
ORDER BY projects DESC, i.id
WITH h, collect({unit: i, country: c.iso2})[0] AS seeker
ORDER BY h.priority DESC, h.id LIMIT 3
CALL collab.partners({seeker: seeker.unit, challenge: h, regions: [$region, $against], newOnly: true, k: 1})
YIELD name, country, reasons, verdict
RETURN h.title AS challenge, seeker.unit.name AS seeker, seeker.country AS seekerCountry, name AS partner, country AS partnerCountry,
       [r IN reasons WHERE r.contribution > 0 | r.component][..3] AS why, verdict <> 'unknown' AS wellKnown
ORDER BY challenge
