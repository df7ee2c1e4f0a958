MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
CALL collab.brokerage({country: members, groups: 'country', topic: $topic, fromYear: $from, toYear: $to, sources: 200})
YIELD node, group, betweenness, coordinator, gatekeeper, representative, liaison
WITH group, node, betweenness, coordinator, gatekeeper, liaison
ORDER BY group, gatekeeper DESC, node.id
WITH group, collect({name: node.name, betweenness: betweenness, coordinator: coordinator, gatekeeper: gatekeeper, liaison: liaison})[..2] AS best
UNWIND best AS one
RETURN group AS country, one.name AS name, one.gatekeeper AS gatekeeper, one.coordinator AS coordinator,
       one.liaison AS liaison, one.betweenness AS betweenness
ORDER BY country, gatekeeper DESC, name
