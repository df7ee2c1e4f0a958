MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
  AND p.startYear >= $from AND p.startYear <= $to
WITH p, count(DISTINCT c) AS own
WITH p.startYear AS toYear, own, EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(:Country)-[o:MEMBER_OF]->(:Region {id: $against})
                      WHERE o.from <= date($asOf) AND (o.to IS NULL OR o.to >= date($asOf)) } AS across
WITH toYear, count(*) AS total, sum(CASE WHEN across THEN 1 ELSE 0 END) AS across,
     sum(CASE WHEN own > 1 THEN 1 ELSE 0 END) AS within
UNWIND [{series: 'across', observed: across}, {series: 'within', observed: within}, {series: 'all', observed: total}] AS line
RETURN line.series AS series, toYear, line.observed AS observed, total
ORDER BY series, toYear
