MATCH (:Country {iso2: $country})<-[:LOCATED_IN]-(i:Institution)-[:PARTICIPATES_IN]->(p:Project)-[:ABOUT]->(t:Topic)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH i, t, count(DISTINCT p) AS projects
ORDER BY projects DESC, i.id, t.code LIMIT 1
MATCH (t)<-[:ABOUT]-(p:Project)<-[:PARTICIPATES_IN]-(o:Institution)-[:LOCATED_IN]->(c:Country)-[m:MEMBER_OF]->(g:Region)
WHERE g.id IN [$region, $against] AND m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND c.iso2 <> $country
  AND p.startYear >= $from AND p.startYear <= $to
WITH i, t, o, c, count(DISTINCT p) AS projects
WHERE NOT EXISTS { MATCH (i)-[:PARTICIPATES_IN]->(:Project)<-[:PARTICIPATES_IN]-(o) }
RETURN i.name AS seeker, t.name AS topic, o.name AS partner, c.iso2 AS country, projects
ORDER BY projects DESC, partner LIMIT 3
