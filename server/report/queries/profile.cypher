OPTIONAL MATCH (c:Country {iso2: $country})<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH DISTINCT c, p
WITH p, EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(o:Country) WHERE o <> c } AS abroad,
     EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(o:Country)-[m:MEMBER_OF]->(:Region {id: $region})
              WHERE o <> c AND m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) } AS within,
     EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(:Country)-[m:MEMBER_OF]->(:Region {id: $against})
              WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) } AS across,
     EXISTS { MATCH (p)<-[led:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c) WHERE led.role = 'coordinator' } AS leads
WITH count(p) AS events, sum(CASE WHEN abroad THEN 1 ELSE 0 END) AS abroad,
     sum(CASE WHEN within THEN 1 ELSE 0 END) AS within, sum(CASE WHEN across THEN 1 ELSE 0 END) AS across,
     sum(CASE WHEN leads THEN 1 ELSE 0 END) AS leads
UNWIND [{measure: 'abroad', count: abroad}, {measure: 'within', count: within},
        {measure: 'across', count: across}, {measure: 'leads', count: leads}] AS line
WITH line.measure AS measure, line.count AS count, events AS of, 1.959964 AS z
WITH measure, count, of, z, CASE WHEN of > 0 THEN toFloat(count) / of END AS share
RETURN measure, count, of, share,
       (share + z * z / (2 * of) - z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS low,
       (share + z * z / (2 * of) + z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS high
