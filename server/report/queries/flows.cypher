MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(r:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(c:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
OPTIONAL MATCH (r)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH r, c, count(DISTINCT p) AS observed
RETURN r.iso2 AS row, r.name AS rowName, r.lat AS rowLat, coalesce(r.lon, r.lng) AS rowLon,
       c.iso2 AS col, c.name AS colName, c.lat AS colLat, coalesce(c.lon, c.lng) AS colLon, observed
ORDER BY observed DESC, row, col
