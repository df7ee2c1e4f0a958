MATCH (h:Challenge)
OPTIONAL MATCH (h)<-[:ADDRESSES]-(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)
WHERE p.startYear <= $to AND p.endYear >= $from
WITH h, count(DISTINCT p) AS projects, collect(DISTINCT c.iso2) AS who
WHERE size(who) < 2
OPTIONAL MATCH (h)-[:SUPPORTS]->(t:Thrust)
RETURN h.id AS id, h.title AS title, t.name AS thrust, h.priority AS priority, projects, who
ORDER BY coalesce(priority, 0) DESC, id LIMIT 10
