// Who in ASEAN and the EU publishes on what the aflatoxin challenge needs, and does not work on it yet?
MATCH (challenge:Challenge {id: 'aflatoxin'})-[:ABOUT]->(topic:Topic)<-[:ABOUT]-(paper:Publication)
MATCH (paper)<-[:AUTHORED]-(author:Researcher)-[:AFFILIATED_WITH]->(partner:Institution)
MATCH (partner)-[:LOCATED_IN]->(country:Country)-[:MEMBER_OF]->(region:Region)
WHERE paper.year >= 2021
  AND NOT EXISTS { MATCH (partner)-[:PARTICIPATES_IN]->(:Project)-[:ADDRESSES]->(challenge) }
RETURN partner.name AS partner, country.name AS country, region.id AS region,
       count(DISTINCT paper) AS papers, count(DISTINCT author) AS authors
ORDER BY papers DESC, authors DESC, partner LIMIT 8
