CALL collab.trend({region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to, window: $to - $from + 1})
YIELD series, observed, total, share, low, high
RETURN CASE WHEN series STARTS WITH 'intra ' THEN 'within' WHEN series ENDS WITH '-other' THEN 'others' WHEN series = 'domestic' THEN 'home' ELSE 'across' END AS measure,
       observed AS count, total AS of, share, low, high
UNION ALL
CALL collab.topics({topic: $topic}) YIELD topic
WITH collect(topic) AS meant
MATCH (h:Challenge)
WHERE $topic IS NULL OR EXISTS { MATCH (h)-[:ABOUT]->(about:Topic) WHERE about IN meant }
WITH h, EXISTS { MATCH (h)<-[:ADDRESSES]-(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(one:Country),
                 (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(other:Country)
                 WHERE one.iso2 < other.iso2 AND p.startYear <= $to AND p.endYear >= $from } AS crossed
WITH count(h) AS of, sum(CASE WHEN crossed THEN 1 ELSE 0 END) AS count, 1.959964 AS z
WHERE of > 0
WITH of, count, z, toFloat(count) / of AS share
RETURN 'challenges' AS measure, count, of, share,
       (share + z * z / (2 * of) - z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS low,
       (share + z * z / (2 * of) + z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS high
