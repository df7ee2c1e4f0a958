CALL collab.topics({topic: $topic}) YIELD topic, code
WITH collect({topic: topic, code: code}) AS meant
UNWIND $taxonomy.areas AS area
WITH area, [one IN meant WHERE any(code IN area.topics WHERE one.code = code OR one.code STARTS WITH code + '.' OR one.code STARTS WITH code + '/') | one.topic] AS about
UNWIND CASE WHEN size(about) = 0 THEN [null] ELSE about END AS t
OPTIONAL MATCH (t)<-[:ABOUT]-(e)
WHERE (e:Project AND e.startYear >= $from AND e.startYear <= $to) OR ((e:Publication OR e:Patent) AND e.year >= $from AND e.year <= $to)
WITH area, count(DISTINCT t) AS topics, collect(DISTINCT e) AS found
UNWIND CASE WHEN size(found) = 0 THEN [null] ELSE found END AS e
OPTIONAL MATCH (e)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)-[m:MEMBER_OF]->(:Region {id: $region})
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH area, topics, e, count(DISTINCT c) AS own
ORDER BY coalesce(e.startYear, e.year) DESC, e.id
WITH area.name AS area, topics, sum(CASE WHEN e:Project THEN 1 ELSE 0 END) AS projects,
     sum(CASE WHEN own > 0 THEN 1 ELSE 0 END) AS withMember,
     sum(CASE WHEN own > 1 THEN 1 ELSE 0 END) AS joint,
     sum(CASE WHEN e:Publication THEN 1 ELSE 0 END) AS publications, sum(CASE WHEN e:Patent THEN 1 ELSE 0 END) AS patents,
     collect(CASE WHEN own > 0 THEN toString(e.id) END)[..5] AS evidence
WITH *, CASE WHEN topics > 0 THEN 1 END AS one
RETURN area, topics, one * projects AS projects, one * withMember AS withMember, one * joint AS joint,
       one * publications AS publications, one * patents AS patents, evidence
ORDER BY area
