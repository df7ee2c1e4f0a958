MATCH (p:Project) WHERE p.startYear >= $from AND p.startYear <= $to
WITH count(p) AS events
MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(r:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
OPTIONAL MATCH (r)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH events, r, collect(DISTINCT p) AS rowProjects
MATCH (:Region {id: $against})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND c <> r
OPTIONAL MATCH (c)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH events, r, c, rowProjects, collect(DISTINCT p) AS colProjects
WITH r, c, size([p IN colProjects WHERE p IN rowProjects]) AS observed,
     CASE WHEN events > 0 THEN toFloat(size(rowProjects)) * size(colProjects) / events ELSE 0.0 END AS expected
WHERE observed = 0 AND expected < 3
RETURN r.iso2 AS row, r.name AS name, count(*) AS pairs, max(expected) AS expected, 'unknown' AS verdict
ORDER BY pairs DESC, row
