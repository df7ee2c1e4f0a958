MATCH (h:Challenge)-[:ABOUT]->(t:Topic)<-[:ABOUT]-(p:Project)<-[:PARTICIPATES_IN]-(i:Institution)-[:LOCATED_IN]->(c:Country)-[m:MEMBER_OF]->(g:Region)
WHERE g.id IN [$region, $against] AND m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
WITH h, g.id AS side, i, c, count(DISTINCT p) AS projects
ORDER BY projects DESC, i.id
WITH h, collect(CASE WHEN side = $region THEN {node: i, country: c.iso2, projects: projects} END) AS own,
     collect(CASE WHEN side = $against THEN {node: i, country: c.iso2, projects: projects} END) AS other
UNWIND own[..5] AS one
UNWIND other[..5] AS two
WITH h, one, two, one.node AS seeker, two.node AS partner
WHERE NOT EXISTS { MATCH (seeker)-[:PARTICIPATES_IN]->(:Project)<-[:PARTICIPATES_IN]-(partner) }
WITH h, one, two ORDER BY one.projects + two.projects DESC, one.node.id, two.node.id
WITH h, collect({one: one, two: two})[0] AS best
RETURN h.title AS challenge, best.one.node.name AS seeker, best.one.country AS seekerCountry,
       best.two.node.name AS partner, best.two.country AS country
ORDER BY coalesce(h.priority, 0) DESC, challenge LIMIT 3
