UNWIND $taxonomy.areas AS area
OPTIONAL MATCH (t:Topic)
WHERE any(code IN area.topics WHERE t.code = code OR t.code STARTS WITH code + '.' OR t.code STARTS WITH code + '/')
WITH area, t
WHERE $topic IS NULL OR EXISTS { MATCH (t)-[:BROADER*0..]->(within:Topic)
                WHERE $topic IN [within.code, within.id, within.name] OR within.code STARTS WITH $topic + '.' }
OPTIONAL MATCH (t)<-[:ABOUT]-(e)
WHERE (e:Project AND e.startYear >= $from AND e.startYear <= $to) OR ((e:Publication OR e:Patent) AND e.year >= $from AND e.year <= $to)
WITH area, count(DISTINCT t) AS topics, collect(DISTINCT e) AS found
UNWIND CASE WHEN size(found) = 0 THEN [null] ELSE found END AS e
OPTIONAL MATCH (e)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)-[m:MEMBER_OF]->(:Region {id: $region})
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH area, topics, e, count(DISTINCT c) AS own
RETURN area.name AS area, topics, sum(CASE WHEN e:Project THEN 1 ELSE 0 END) AS projects,
       sum(CASE WHEN own > 0 THEN 1 ELSE 0 END) AS withMember,
       sum(CASE WHEN own > 1 THEN 1 ELSE 0 END) AS joint,
       sum(CASE WHEN e:Publication THEN 1 ELSE 0 END) AS publications, sum(CASE WHEN e:Patent THEN 1 ELSE 0 END) AS patents
ORDER BY area
