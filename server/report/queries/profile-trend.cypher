MATCH (c:Country {iso2: $country})<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH DISTINCT c, p
WITH p.startYear AS toYear, p, EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(o:Country) WHERE o <> c } AS abroad
WITH toYear, count(p) AS total, sum(CASE WHEN abroad THEN 1 ELSE 0 END) AS abroad
UNWIND [{series: 'abroad', observed: abroad}, {series: 'all', observed: total}] AS line
RETURN line.series AS series, toYear, line.observed AS observed, total
ORDER BY series, toYear
