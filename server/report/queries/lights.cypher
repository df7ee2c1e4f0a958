MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
CALL collab.coverage({country: members}) YIELD unit, node, coverage, light, system, lastHarvest
RETURN unit AS country,
       coalesce([at IN range(0, size(coalesce(node.nameLanguages, [])) - 1) WHERE node.nameLanguages[at] = $language | node.names[at]][0], node.name) AS name,
       light, CASE WHEN light <> 'not connected' THEN coverage END AS coverage, system, toString(lastHarvest) AS lastHarvest
ORDER BY country
