MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
  AND p.startYear >= $from AND p.startYear <= $to
WITH p, count(DISTINCT c) AS own
WITH p, own, EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(:Country)-[o:MEMBER_OF]->(:Region {id: $against})
                      WHERE o.from <= date($asOf) AND (o.to IS NULL OR o.to >= date($asOf)) } AS across
WITH count(p) AS events, sum(CASE WHEN across THEN 1 ELSE 0 END) AS across,
     sum(CASE WHEN own > 1 THEN 1 ELSE 0 END) AS within
UNWIND [{measure: 'across', count: across}, {measure: 'within', count: within}] AS line
WITH line.measure AS measure, line.count AS count, events AS of, 1.959964 AS z
WITH measure, count, of, z, CASE WHEN of > 0 THEN toFloat(count) / of END AS share
RETURN measure, count, of, share,
       (share + z * z / (2 * of) - z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS low,
       (share + z * z / (2 * of) + z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS high
