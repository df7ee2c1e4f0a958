MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
UNWIND members AS member
CALL collab.robustness({country: member, toRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD node, country, articulation, core, loss
WHERE loss > 0 AND (country = member OR loss >= 0.02)
WITH member, CASE WHEN country = member THEN 'home' ELSE 'abroad' END AS seat, node, country, articulation, core, loss
ORDER BY member, loss DESC, node.id
WITH member, seat, collect({name: coalesce(node.name, {unnamed: coalesce('PIC ' + toString(node.pic), node.ror, toString(node.id))}), country: country, articulation: articulation, core: core, loss: loss})[0] AS worst
RETURN member AS country, seat, worst.name AS name, worst.country AS partnerCountry, worst.articulation AS articulation,
       worst.core AS core, worst.loss AS loss
ORDER BY country, seat DESC
