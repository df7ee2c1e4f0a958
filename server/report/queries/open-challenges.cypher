MATCH (h:Challenge)
OPTIONAL MATCH (h)<-[:ADDRESSES]-(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)
WHERE p.endYear >= $from
WITH h, count(DISTINCT c) AS countries, count(DISTINCT p) AS projects, collect(DISTINCT c.iso2) AS who
WHERE countries < 2
RETURN h.id AS id, h.title AS title, h.priority AS priority, projects, countries, who
ORDER BY coalesce(priority, 0) DESC, id LIMIT 3
