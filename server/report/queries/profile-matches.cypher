MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, members + collect(DISTINCT o.iso2) AS countries
CALL collab.topics({topic: $topic}) YIELD topic
WITH countries, collect(topic) AS meant
MATCH (:Country {iso2: $country})<-[:LOCATED_IN]-(i:Institution)-[:PARTICIPATES_IN]->(p:Project)-[:ABOUT]->(t:Topic)
WHERE p.startYear >= $from AND p.startYear <= $to AND ($topic IS NULL OR t IN meant)
WITH countries, i, t, count(DISTINCT p) AS projects
ORDER BY projects DESC, i.id, t.code LIMIT 1
CALL collab.partners({seeker: i, topic: t, regions: countries, toYear: $to, newOnly: true, k: 3})
YIELD partner AS other, country, score, reasons, rankLow, rankHigh, verdict
RETURN coalesce(i.name, {unnamed: coalesce('PIC ' + toString(i.pic), i.ror, toString(i.id))}) AS seeker, t.name AS topic, coalesce(other.name, {unnamed: coalesce('PIC ' + toString(other.pic), other.ror, toString(other.id))}) AS partner, country AS partnerCountry,
       [r IN reasons WHERE r.contribution > 0 | r.component][..3] AS why,
       CASE WHEN rankLow = rankHigh THEN rankLow ELSE {first: rankLow, last: rankHigh} END AS rank,
       verdict <> 'unknown' AS wellKnown
ORDER BY score DESC, partner
