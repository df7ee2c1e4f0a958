MATCH (c:Country {iso2: $country})<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)
WHERE p.startYear >= $from AND p.startYear <= $to
  AND EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(o:Country) WHERE o <> c }
WITH c, collect(DISTINCT p) AS joint
UNWIND joint AS p
MATCH (p)<-[:PARTICIPATES_IN]-(i)-[:LOCATED_IN]->(c)
WITH i, size(joint) AS of, count(DISTINCT p) AS observed
RETURN i.name AS name, observed, of, toFloat(observed) / of AS share,
       CASE WHEN of >= 3 AND 2 * observed >= of THEN 'gap' WHEN of >= 3 THEN 'none' ELSE 'unknown' END AS verdict
ORDER BY observed DESC, name LIMIT 3
