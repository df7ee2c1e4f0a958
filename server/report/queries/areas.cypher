UNWIND $taxonomy.areas AS area
OPTIONAL MATCH (t:Topic)
WHERE any(code IN area.topics WHERE t.code = code OR t.code STARTS WITH code + '.' OR t.code STARTS WITH code + '/')
OPTIONAL MATCH (t)<-[:ABOUT]-(p:Project)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH area, count(DISTINCT t) AS topics, collect(DISTINCT p) AS found
UNWIND CASE WHEN size(found) = 0 THEN [null] ELSE found END AS p
OPTIONAL MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)-[m:MEMBER_OF]->(:Region {id: $region})
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH area, topics, p, count(DISTINCT c) AS own
RETURN area.name AS area, topics, count(p) AS projects,
       sum(CASE WHEN own > 0 THEN 1 ELSE 0 END) AS withMember,
       sum(CASE WHEN own > 1 THEN 1 ELSE 0 END) AS joint
ORDER BY area
