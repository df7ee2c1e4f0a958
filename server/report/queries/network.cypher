MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-(a)-[:PARTICIPATES_IN]->(p:Project)<-[:PARTICIPATES_IN]-(b)-[:LOCATED_IN]->(d:Country)-[n:MEMBER_OF]->(g:Region)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
  AND n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
  AND g.id IN [$region, $against] AND c <> d AND p.startYear >= $from AND p.startYear <= $to
  AND (g.id = $against OR a.id < b.id)
WITH a, c, b, d, g, count(DISTINCT p) AS strength
ORDER BY strength DESC, a.id, b.id LIMIT 60
RETURN coalesce(a.id, a.ror, a.pic) AS from, a.name AS fromName, $region AS fromGroup, c.iso2 AS fromCountry,
       coalesce(b.id, b.ror, b.pic) AS to, b.name AS toName, g.id AS toGroup, d.iso2 AS toCountry, strength
