// Who in the ASEAN and EU countries, outside Cambodia, could be a partner against haze from peatland
// fires: who worked on it in projects, or offers a technology for it?
MATCH (h:Challenge {id: 'peatland-haze'})<-[:ADDRESSES]-(:Project)<-[:PARTICIPATES_IN]-(i:Institution),
      (i)-[:LOCATED_IN]->(c:Country)-[m:MEMBER_OF]->(g:Region)
WHERE c.iso2 <> 'KH' AND m.to IS NULL
WITH h, i, c, g, count(*) AS projects
WITH i, c, g, projects,
     COUNT { (i)-[:OFFERS]->(:Technology)-[:ADDRESSES]->(h) } AS technologies
RETURN i.name AS partner, c.iso2 AS country, g.id AS region, projects, technologies
ORDER BY projects + technologies DESC, partner LIMIT 8
