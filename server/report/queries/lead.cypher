MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
CALL collab.profile({country: members, topic: $topic, fromYear: $from, toYear: $to, partners: 1, topics: 0})
YIELD unit, node, events, fractional, internationalShare, low, high, lead, leadShare
RETURN unit AS country,
       coalesce([at IN range(0, size(coalesce(node.nameLanguages, [])) - 1) WHERE node.nameLanguages[at] = $language | node.names[at]][0], node.name) AS name,
       events, fractional, internationalShare AS share, low, high, lead, leadShare
ORDER BY country
