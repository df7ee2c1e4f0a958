MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(r:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
MATCH (r)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)-[n:MEMBER_OF]->(g:Region)
WHERE g.id IN [$region, $against] AND n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
  AND p.startYear >= $from AND p.startYear <= $to AND (g.id = $against OR r.iso2 < c.iso2)
WITH r, c, g, count(DISTINCT p) AS observed
RETURN r.iso2 AS row, r.name AS rowName, $region AS rowGroup,
       c.iso2 AS col, c.name AS colName, g.id AS colGroup, observed
ORDER BY observed DESC, row, col LIMIT 80
