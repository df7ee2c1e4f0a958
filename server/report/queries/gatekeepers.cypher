MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-(i)-[:PARTICIPATES_IN]->(p:Project)<-[:PARTICIPATES_IN]-()-[:LOCATED_IN]->(o:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND o <> c AND p.startYear >= $from AND p.startYear <= $to
WITH c, i, count(DISTINCT o) AS countries, count(DISTINCT p) AS joint
ORDER BY c.iso2, countries DESC, joint DESC, i.name
WITH c, collect({name: i.name, countries: countries, joint: joint})[..2] AS best
UNWIND best AS one
RETURN c.iso2 AS country, one.name AS name, one.countries AS countries, one.joint AS joint
ORDER BY country, countries DESC, joint DESC, name
