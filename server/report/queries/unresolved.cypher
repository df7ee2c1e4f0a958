MATCH (u) WHERE u:Institution OR u:Company
WITH u, EXISTS { MATCH (u)-[:LOCATED_IN]->(:Country) } AS located
RETURN u.src AS source, count(*) AS records, sum(CASE WHEN located THEN 1 ELSE 0 END) AS located,
       toFloat(sum(CASE WHEN located THEN 1 ELSE 0 END)) / count(*) AS share
ORDER BY source
