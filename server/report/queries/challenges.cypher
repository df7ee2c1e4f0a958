CALL collab.topics({topic: $topic}) YIELD topic
WITH collect(topic) AS meant
MATCH (h:Challenge)
WHERE $topic IS NULL OR EXISTS { MATCH (h)-[:ABOUT]->(about:Topic) WHERE about IN meant }
OPTIONAL MATCH (h)-[:SUPPORTS]->(s:Thrust)
OPTIONAL MATCH (h)<-[:ADDRESSES]-(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)
WHERE p.startYear <= $to AND p.endYear >= $from
WITH s, h, count(DISTINCT p) AS projects, count(DISTINCT c) AS countries
RETURN s.name AS thrust, count(h) AS challenges, sum(projects) AS projects,
       sum(CASE WHEN countries > 1 THEN 1 ELSE 0 END) AS acrossBorders,
       sum(CASE WHEN countries = 1 THEN 1 ELSE 0 END) AS oneCountry,
       [title IN collect(CASE WHEN countries = 0 THEN h.title END) | title] AS nobody
ORDER BY thrust
