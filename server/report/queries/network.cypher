CALL collab.topics({topic: $topic}) YIELD topic
WITH collect(topic) AS meant
MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-(a)-[:PARTICIPATES_IN]->(p:Project)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
  AND ($topic IS NULL OR EXISTS { MATCH (p)-[:ABOUT]->(about:Topic) WHERE about IN meant })
WITH meant, a, c, count(DISTINCT p) AS projects
ORDER BY projects DESC, a.id LIMIT 14
WITH meant, collect({unit: a, country: c.iso2}) AS core, collect(a) AS units
UNWIND core AS one
WITH meant, one, one.unit AS a, units
MATCH (a)-[:PARTICIPATES_IN]->(p:Project)<-[:PARTICIPATES_IN]-(b)-[:LOCATED_IN]->(d:Country)-[n:MEMBER_OF]->(g:Region)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
  AND d.iso2 <> one.country AND (g.id = $against OR g.id = $region AND b IN units AND a.id < b.id)
  AND ($topic IS NULL OR EXISTS { MATCH (p)-[:ABOUT]->(about:Topic) WHERE about IN meant })
WITH one, a, b, d, g, count(DISTINCT p) AS strength
ORDER BY strength DESC, a.id, b.id
WITH b, d, g, sum(strength) AS total, collect({one: one, strength: strength}) AS ties
ORDER BY total DESC, b.id
WITH g, collect({unit: b, country: d.iso2, ties: ties})[..14] AS partners
UNWIND partners AS partner
UNWIND partner.ties AS tie
RETURN coalesce(tie.one.unit.id, tie.one.unit.ror, tie.one.unit.pic) AS from,
       coalesce(tie.one.unit.name, {unnamed: coalesce('PIC ' + toString(tie.one.unit.pic), tie.one.unit.ror, toString(tie.one.unit.id))}) AS fromName,
       $region AS fromGroup, tie.one.country AS fromCountry, coalesce(partner.unit.id, partner.unit.ror, partner.unit.pic) AS to,
       coalesce(partner.unit.name, {unnamed: coalesce('PIC ' + toString(partner.unit.pic), partner.unit.ror, toString(partner.unit.id))}) AS toName,
       g.id AS toGroup, partner.country AS toCountry, tie.strength AS strength
ORDER BY strength DESC, from, to LIMIT 80
