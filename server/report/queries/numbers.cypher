MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-()-[role:PARTICIPATES_IN]->(p:Project)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
WITH p, count(DISTINCT c) AS own, max(CASE WHEN role.role = 'coordinator' THEN 1 ELSE 0 END) AS leads
WITH p, own, leads,
     EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(:Country)-[m:MEMBER_OF]->(:Region {id: $against})
              WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) } AS across,
     COUNT { MATCH (p)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(o:Country) RETURN DISTINCT o } AS countries
WITH count(p) AS events, sum(CASE WHEN across THEN 1 ELSE 0 END) AS across,
     sum(CASE WHEN own > 1 THEN 1 ELSE 0 END) AS within, sum(leads) AS leads,
     sum(CASE WHEN countries > 1 THEN 1 ELSE 0 END) AS abroad
UNWIND [{measure: 'abroad', count: abroad}, {measure: 'across', count: across}, {measure: 'within', count: within},
        {measure: 'ledByMembers', count: leads}] AS line
WITH line.measure AS measure, line.count AS count, events AS of, 1.959964 AS z
WITH measure, count, of, z, CASE WHEN of > 0 THEN toFloat(count) / of END AS share
RETURN measure, count, of, share,
       (share + z * z / (2 * of) - z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS low,
       (share + z * z / (2 * of) + z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS high
UNION ALL
MATCH (h:Challenge)
OPTIONAL MATCH (h)<-[:ADDRESSES]-(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(c:Country)
WHERE p.startYear <= $to AND p.endYear >= $from
WITH h, p, count(DISTINCT c) AS countries
WITH h, max(countries) AS widest
WITH count(h) AS of, sum(CASE WHEN widest > 1 THEN 1 ELSE 0 END) AS count, 1.959964 AS z
WITH of, count, z, CASE WHEN of > 0 THEN toFloat(count) / of END AS share
RETURN 'challenges' AS measure, count, of, share,
       (share + z * z / (2 * of) - z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS low,
       (share + z * z / (2 * of) + z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))) / (1 + z * z / of) AS high
