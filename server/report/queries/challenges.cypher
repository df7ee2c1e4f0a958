CALL collab.topics({topic: $topic}) YIELD topic
WITH collect(topic) AS meant
MATCH (h:Challenge)
WHERE $topic IS NULL OR EXISTS { MATCH (h)-[:ABOUT]->(about:Topic) WHERE about IN meant }
OPTIONAL MATCH (h)-[:SUPPORTS]->(s:Thrust)
OPTIONAL MATCH (h)<-[:ADDRESSES]-(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)
WHERE p.startYear <= $to AND p.endYear >= $from
WITH s, h, collect(DISTINCT p) AS projects, count(DISTINCT c) AS countries
WITH s, count(h) AS challenges, collect(projects) AS lists,
     sum(CASE WHEN countries > 1 THEN 1 ELSE 0 END) AS acrossBorders,
     sum(CASE WHEN countries = 1 THEN 1 ELSE 0 END) AS oneCountry,
     [title IN collect(CASE WHEN countries = 0 THEN h.title END) | title] AS nobody
CALL {
  WITH lists UNWIND lists AS projects
  UNWIND projects AS p
  WITH DISTINCT p ORDER BY p.startYear DESC, p.id
  RETURN count(p) AS projects, collect(toString(p.id))[..5] AS evidence
}
RETURN s.name AS thrust, challenges, projects, acrossBorders, oneCountry, nobody, evidence
ORDER BY thrust
