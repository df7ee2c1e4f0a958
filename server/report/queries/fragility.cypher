MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(:Country)-[n:MEMBER_OF]->(:Region {id: $against})
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
WITH c, collect(DISTINCT p) AS joint
UNWIND joint AS p
MATCH (p)<-[:PARTICIPATES_IN]-(i)-[:LOCATED_IN]->(c)
WITH c, i, size(joint) AS of, count(DISTINCT p) AS observed
ORDER BY c.iso2, observed DESC, i.name
WITH c, of, collect({name: i.name, observed: observed})[0] AS first
RETURN c.iso2 AS country, first.name AS name, first.observed AS observed, of, toFloat(first.observed) / of AS share,
       CASE WHEN of >= 3 AND 2 * first.observed >= of THEN 'gap' WHEN of >= 3 THEN 'none' ELSE 'unknown' END AS verdict
ORDER BY country
