MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, members + collect(DISTINCT o.iso2) AS countries
CALL collab.topics({topic: $topic}) YIELD topic
WITH members, countries, collect(topic) AS meant
MATCH (h:Challenge)
WHERE $topic IS NULL OR EXISTS { MATCH (h)-[:ABOUT]->(about:Topic) WHERE about IN meant }
CALL {
  WITH h MATCH (h)<-[:ADDRESSES]-(p:Project) RETURN p
  UNION
  WITH h MATCH (h)-[:ABOUT]->(:Topic)<-[:ABOUT]-(p:Project) RETURN p
}
WITH members, countries, h, p
WHERE p.startYear >= $from AND p.startYear <= $to
MATCH (p)<-[:PARTICIPATES_IN]-(i:Institution)-[:LOCATED_IN]->(c:Country)
WHERE c.iso2 IN members AND i.name IS NOT NULL
WITH countries, h, i, c, count(DISTINCT p) AS projects
ORDER BY projects DESC, i.id
WITH countries, h, collect({unit: i, country: c.iso2, projects: projects})[0] AS seeker
ORDER BY coalesce(h.priority, 0) DESC, seeker.projects DESC, h.id LIMIT 3
CALL collab.partners({seeker: seeker.unit, challenge: h, regions: countries, toYear: $to, newOnly: true, k: 1})
YIELD partner AS other, country, reasons, verdict
RETURN h.title AS challenge, seeker.unit.name AS seeker, seeker.country AS seekerCountry,
       coalesce(other.name, {unnamed: coalesce('PIC ' + toString(other.pic), other.ror, toString(other.id))}) AS partner, country AS partnerCountry,
       [r IN reasons WHERE r.contribution > 0 | r.component][..3] AS why, verdict <> 'unknown' AS wellKnown
ORDER BY challenge
