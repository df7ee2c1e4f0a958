MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
CALL collab.brokerage({country: members, groups: 'country', topic: $topic, fromYear: $from, toYear: $to, sources: 200})
YIELD node, group, betweenness, coordinator, gatekeeper, liaison
WHERE gatekeeper + coordinator + liaison > 0
WITH group, node, betweenness, coordinator, gatekeeper, liaison
ORDER BY group, gatekeeper DESC, node.id
WITH group, collect({name: coalesce(node.name, {unnamed: coalesce('PIC ' + toString(node.pic), node.ror, toString(node.id))}),
     betweenness: betweenness, coordinator: coordinator, gatekeeper: gatekeeper, liaison: liaison})[..2] AS best
UNWIND best AS one
RETURN group AS country, one.name AS name, one.gatekeeper AS gatekeeper, one.coordinator AS coordinator,
       one.liaison AS liaison, one.betweenness * 1000000 AS perMillion
ORDER BY country, gatekeeper DESC, name
